import { randomBytes } from "node:crypto";
import { secureRandom } from "@consilium/foundation";

export const createMasterKey = (): string => randomBytes(32).toString("base64");
export const createSecret = (): string => randomBytes(32).toString("base64");

const beginnings = Array.from("bdfgklmnprstvz");
const ends = Array.from("aeiou");

const syllable = (): string => secureRandom.pick(beginnings) + secureRandom.pick(ends);

/** To read out and type: four groups of two syllables and a number, 55 bits. */
export function createReadablePassword(): string {
  const groups = Array.from({ length: 4 }, () => syllable() + syllable());
  return [...groups, String(10 + secureRandom.below(90))].join("-");
}
