import * as Y from "yjs";
import { addRange, rangeAt } from "./ranges.ts";
import type { Move, Tables } from "./tables.ts";

/** Fewer characters are more likely chance than a move, unless they follow what was moved. */
const shortest = 3;

/**
 * y-tiptap moves text (split, join, heading, list, drag) by deleting it and inserting it again under the id of whoever
 * pressed the key. Text inserted in a transaction that takes the same text away keeps its first author.
 */
export function noteMoves(tables: Tables, transaction: Y.Transaction): void {
  const texts = newTexts(transaction);
  if (!texts.some(({ text }) => text.length >= shortest)) return;
  const gone = goneText(transaction);
  let after = 0;
  for (const item of texts) {
    const found = placeIn(gone.text, item.text, after);
    if (found < 0) continue;
    after = found + item.text.length;
    for (const old of gone.pieces) {
      const [from, to] = [Math.max(found, old.offset), Math.min(after, old.offset + old.length)];
      if (from < to)
        noteMove(
          tables,
          item.id,
          item.id.clock + from - found,
          old.client,
          old.clock + from - old.offset,
          to - from,
        );
    }
  }
}

/** Texts come again in the order in which they went; otherwise the first one that is equal. -1: none. */
function placeIn(gone: string, text: string, after: number): number {
  if (gone.startsWith(text, after) && (after > 0 || text.length >= shortest)) return after;
  if (text.length < shortest) return -1;
  const next = gone.indexOf(text, after);
  return next < 0 ? gone.indexOf(text) : next;
}

interface GonePiece {
  readonly offset: number;
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** In the order of reading, so that a moved sentence of several authors is found as one. */
function goneText(transaction: Y.Transaction): { readonly text: string; readonly pieces: GonePiece[] } {
  const gone = new Set<Y.Item>();
  const parents = new Set<{ readonly _start: Y.Item | null }>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct: Y.Item | Y.GC) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
    if (struct.id.clock >= (transaction.beforeState.get(struct.id.client) ?? 0)) return;
    gone.add(struct);
    if (struct.parent instanceof Y.AbstractType) parents.add(struct.parent);
  });
  const pieces: GonePiece[] = [];
  let text = "";
  for (const parent of parents)
    for (let item = parent._start; item; item = item.right) {
      if (!gone.has(item) || !(item.content instanceof Y.ContentString)) continue;
      const { client, clock } = item.id;
      pieces.push({ offset: text.length, client, clock, length: item.length });
      text += item.content.str;
    }
  return { text, pieces };
}

function newTexts(transaction: Y.Transaction): { readonly id: Y.ID; readonly text: string }[] {
  const found: { id: Y.ID; text: string }[] = [];
  for (const [client, clock] of transaction.afterState) {
    const from = transaction.beforeState.get(client) ?? 0;
    const structs = transaction.doc.store.clients.get(client);
    if (from >= clock || !structs) continue;
    for (const struct of structs.slice(Y.findIndexSS(structs, from)))
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
        found.push({ id: struct.id, text: struct.content.str });
  }
  return found;
}

/** Text that was moved before points to its first place at once, cut where that changes. */
function noteMove(
  { moves }: Tables,
  { client }: Y.ID,
  to: number,
  oldClient: number,
  oldClock: number,
  length: number,
): void {
  const found: Move[] = [];
  for (let done = 0; done < length;) {
    const { range, stop } = rangeAt(moves, oldClient, oldClock + done);
    const end = Math.min(length, stop - oldClock);
    const origin = range
      ? { originClient: range.originClient, originClock: range.originClock + oldClock + done - range.clock }
      : { originClient: oldClient, originClock: oldClock + done };
    found.push({ clock: to + done, end: to + end, ...origin });
    done = end;
  }
  for (const move of found) addRange(moves, client, move);
}
