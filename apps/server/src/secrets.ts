import { randomBytes } from "node:crypto";
import { secureRandom } from "@consilium/foundation";

export const createMasterKey = (): string => randomBytes(32).toString("base64");
export const createSecret = (): string => randomBytes(32).toString("base64");

const beginnings = [..."bdfgklmnprstvz"];
const ends = [..."aeiou"];

/** To read out and type: four groups of two syllables and a number, 55 bits. */
export function createReadablePassword(): string {
  const syllable = () => secureRandom.pick(beginnings) + secureRandom.pick(ends);
  const groups = Array.from({ length: 4 }, () => syllable() + syllable());
  return [...groups, String(10 + secureRandom.below(90))].join("-");
}
