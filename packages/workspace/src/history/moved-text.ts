import * as Y from "yjs";
import { piecesOf, type Span } from "./pieces.ts";
import { addRange, type Range, rangeAt, type RangesByClient } from "./ranges.ts";
import type { Tables } from "./tables.ts";

/** The first places of the text that was added between the moments though it had been written before them. */
export function placesMovedFrom(
  tables: Tables,
  span: Span,
  parents: Iterable<Parent>,
): RangesByClient<Range> {
  const origins: RangesByClient<Range> = new Map();
  if (tables.moves.size === 0) return origins;
  for (const parent of parents)
    for (const item of itemsOf(parent)) {
      if (!(item.content instanceof Y.ContentString)) continue;
      const { client, clock } = item.id;
      for (const piece of piecesOf(tables, span, { client, clock, length: item.length }))
        if (piece.state === "added" && piece.inserted < span.before) addOnce(origins, piece);
    }
  return origins;
}

interface Parent {
  readonly _start: Y.Item | null;
}

/** Text that was pasted twice in the row that cut it has one origin. */
function addOnce(
  origins: RangesByClient<Range>,
  {
    originClient,
    originClock,
    end,
    clock,
  }: Range & {
    readonly originClient: number;
    readonly originClock: number;
  },
): void {
  const last = originClock + end - clock;
  for (let at = originClock; at < last;) {
    const { range, stop } = rangeAt(origins, originClient, at);
    const to = Math.min(last, stop);
    if (!range) addRange(origins, originClient, { clock: at, end: to });
    at = to;
  }
}

function* itemsOf(parent: Parent): Generator<Y.Item> {
  for (let item = parent._start; item; item = item.right) {
    yield item;
    if (item.content instanceof Y.ContentType) yield* itemsOf(item.content.type);
  }
}
