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

export const isUlid = (value: unknown): value is string => typeof value === "string" && pattern.test(value);
