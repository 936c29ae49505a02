import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds. */
const period = 30;
const digits = 6;
/** Clocks of telephones go wrong by so many steps. */
const drift = 1;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / period);

/** RFC 6238 with SHA-1, which is what every authenticator app knows. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, "0");
}

export const isTotpForm = (code: string): boolean => /^\d{6}$/.test(code);

/** The step that a code is of. Undefined: of none that is near now. */
export function stepOfCode(secret: Buffer, code: string, at: Date): number | undefined {
  if (!isTotpForm(code)) return undefined;
  const now = stepAt(at);
  const near = Array.from({ length: 2 * drift + 1 }, (_, index) => now - drift + index);
  return near.find((step) => timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code)));
}

/** As people type it where no camera is at hand. */
export function base32(bytes: Buffer): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet.charAt(Number.parseInt(five.padEnd(5, "0"), 2)))
    .join("");
}

/** What an authenticator app reads from the picture. */
export function appAddress(secret: Buffer, email: string): string {
  const name = `Consilium:${email}`;
  const parameters = new URLSearchParams({ secret: base32(secret), issuer: "Consilium" });
  return `otpauth://totp/${encodeURIComponent(name)}?${parameters.toString()}`;
}
