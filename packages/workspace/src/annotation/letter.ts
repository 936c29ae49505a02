import * as Y from "yjs";
import type { LetterId } from "./anchor.ts";
import { type FragmentIndex, runAt } from "./fragment-index.ts";

/** Where a letter stands, or stood: the offset before it in the text. */
export interface LetterPlace {
  readonly offset: number;
  readonly isAlive: boolean;
}

/** The id of the letter at an offset. Undefined: no letter of a text stands there (a break, a link, between blocks). */
export function letterAt(index: FragmentIndex, offset: number): LetterId | undefined {
  const run = runAt(index, "offset", offset);
  if (!run || !(run.type instanceof Y.XmlText)) return undefined;
  let rest = offset - run.offset;
  for (let item = run.type._start; item; item = item.right) {
    if (!isShown(item)) continue;
    if (rest < item.length) return { client: item.id.client, clock: item.id.clock + rest };
    rest -= item.length;
  }
  return undefined;
}

export const isSameLetter = (one: LetterId, other: LetterId): boolean =>
  one.client === other.client && one.clock === other.clock;

/** Undefined: the text that held the letter is gone, or lies elsewhere, or the letter has not come yet. */
export function placeOfLetter(doc: Y.Doc, index: FragmentIndex, letter: LetterId): LetterPlace | undefined {
  if (Y.getState(doc.store, letter.client) <= letter.clock) return undefined;
  const item: unknown = Y.getItem(doc.store, Y.createID(letter.client, letter.clock));
  if (!(item instanceof Y.Item)) return undefined;
  const run = index.runOf.get(item.parent);
  if (!run || !(run.type instanceof Y.XmlText)) return undefined;
  const isAlive = isShown(item);
  let offset = run.offset + (isAlive ? letter.clock - item.id.clock : 0);
  for (let left = item.left; left; left = left.left) if (isShown(left)) offset += left.length;
  return { offset, isAlive };
}

const isShown = (item: Y.Item): boolean => !item.deleted && item.countable;
