import { createHash, randomBytes } from "node:crypto";
import { generateCookie } from "hono/cookie";
import { parse } from "hono/utils/cookie";

/** With a host prefix wherever the site is served over TLS. */
const nameOf = (isSecure: boolean): string =>
  isSecure ? "__Host-consilium-guest" : "consilium-development.guest";

/** 256 bits, which the device that opened a link holds, and no row. */
export const newGuestDevice = (): string => randomBytes(32).toString("base64url");

export const guestDeviceHash = (device: string): Buffer => createHash("sha256").update(device).digest();

/** Undefined: this browser opened no guest's link. */
export function readGuestDevice(headers: Headers, isSecure: boolean): string | undefined {
  const cookie = headers.get("cookie");
  if (cookie === null) return undefined;
  const name = nameOf(isSecure);
  const device = parse(cookie, name)[name];
  return device !== undefined && /^[\w-]{43}$/.test(device) ? device : undefined;
}

export const guestCookie = (isSecure: boolean, device: string, expires: Date): string =>
  generateCookie(nameOf(isSecure), device, {
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure,
    path: "/",
    expires,
  });
