import type { Random } from "./random.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const pattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** A ULID in upper case: 10 characters of milliseconds since 1970, 16 of randomness. Sorts by time of making. */
export function createUlid(milliseconds: number, random: Pick<Random, "below">): string {
  let time = "";
  for (let rest = milliseconds, place = 0; place < 10; place += 1) {
    time = alphabet.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let chance = "";
  for (let place = 0; place < 16; place += 1) chance += alphabet.charAt(random.below(32));
  return time + chance;
}

/** What 16 bytes are as a ULID. It sorts by nothing. Throws on fewer. */
export function ulidOf(bytes: Uint8Array): string {
  if (bytes.length < 16) throw new RangeError(`${bytes.length} bytes are fewer than 16`);
  let rest = bytes.subarray(0, 16).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = "";
  for (let place = 0; place < 26; place += 1) {
    text = alphabet.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
}

export const isUlid = (value: unknown): value is string => typeof value === "string" && pattern.test(value);
