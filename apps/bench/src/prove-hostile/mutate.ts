import type { Random } from "@consilium/foundation";
import * as Y from "yjs";
import { mutations } from "./mutations.ts";
import { putTogether, takeApart } from "./update-parts.ts";

export interface Mutant {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const structural = Object.entries(mutations);

const onBytes: readonly (readonly [string, (frame: Uint8Array, random: Random) => Uint8Array])[] = [
  ["other bytes", otherBytes],
  ["cut off", (frame, random) => frame.slice(0, random.below(frame.length))],
  ["more behind it", (frame, random) => Uint8Array.from([...frame, random.below(256), random.below(256)])],
  ["the second format", (frame) => Y.convertUpdateFormatV1ToV2(frame)],
  ["sent twice", (frame) => frame],
];

/** Mostly one or two changes of meaning, else of bytes. */
export function mutate(frame: Uint8Array, random: Random, known: readonly Y.ID[]): Mutant {
  if (random.below(5) === 0) {
    const [name, change] = random.pick(onBytes);
    return { name, bytes: change(frame, random) };
  }
  const parts = takeApart(frame);
  const [name, change] = random.pick(structural);
  change(parts, random, known);
  if (random.below(3) === 0) random.pick(structural)[1](parts, random, known);
  try {
    return { name, bytes: putTogether(parts) };
  } catch {
    return { name: "other bytes", bytes: otherBytes(frame, random) };
  }
}

function otherBytes(frame: Uint8Array, random: Random): Uint8Array {
  const bytes = Uint8Array.from(frame);
  for (let times = 1 + random.below(4); times > 0; times -= 1)
    bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}
