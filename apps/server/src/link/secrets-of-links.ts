import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const saltBytes = 16;
const keyBytes = 32;
const digits = 6;

/** 256 bits, for the fragment of an address, which no server is told. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Six digits, to be told by telephone: never in the same message as the link. */
export const newPasscode = (): string => String(randomInt(10 ** digits)).padStart(digits, "0");

export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Salt and key, one behind the other. */
export async function passcodeHash(passcode: string): Promise<Buffer> {
  const salt = randomBytes(saltBytes);
  return Buffer.concat([salt, await derive(passcode, salt, keyBytes)]);
}

export async function isPasscode(passcode: string, hash: Buffer): Promise<boolean> {
  const key = await derive(passcode, hash.subarray(0, saltBytes), keyBytes);
  return timingSafeEqual(key, hash.subarray(saltBytes));
}
