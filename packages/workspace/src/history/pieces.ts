import { type Range, rangeAt, type RangesByClient } from "./ranges.ts";
import { insertionAt, rowsUpTo, type Tables } from "./tables.ts";

/** Two moments of a log, each as the number of rows up to it. */
export interface Span {
  readonly before: number;
  readonly after: number;
}

/** What a walk over one place needs to know. */
export interface Walk {
  readonly tables: Tables;
  readonly span: Span;
  /** Where added text came from. */
  readonly origins: RangesByClient<Range>;
}

/** Both moments as sequences; what the replay has not yet taken counts as not yet written. */
export const spanOf = (tables: Tables, from: number, to: number): Span => ({
  before: rowsUpTo(tables, from),
  after: rowsUpTo(tables, to),
});

export type Change = "same" | "added" | "removed";

/** Clocks of one client id for which every answer is the same. */
export interface Piece extends Range {
  readonly state: Change;
  /** The row that first wrote it, wherever it stood then. */
  readonly inserted: number;
  readonly deleted: number | undefined;
  readonly originClient: number;
  readonly originClock: number;
}

/** Cuts the clocks of one item where an answer changes; leaves out what stood at neither moment. */
export function* piecesOf(
  tables: Tables,
  span: Span,
  item: { readonly client: number; readonly clock: number; readonly length: number },
): Generator<Piece> {
  const { client } = item;
  const end = item.clock + item.length;
  for (let clock = item.clock; clock < end;) {
    const deletion = rangeAt(tables.deletions, client, clock);
    const move = rangeAt(tables.moves, client, clock);
    const written = writtenAt(tables, span, client, { clock, end });
    const stop = Math.min(end, deletion.stop, move.stop, written.stop);
    const deleted = deletion.range?.row;
    const state = changeOf(span, written.row, deleted);
    if (state) {
      const origin = move.range
        ? {
            originClient: move.range.originClient,
            originClock: move.range.originClock + clock - move.range.clock,
          }
        : { originClient: client, originClock: clock };
      const inserted = move.range
        ? insertionAt(tables, origin.originClient, origin.originClock).row
        : written.row;
      yield { clock, end: stop, state, inserted, deleted, ...origin };
    }
    clock = stop;
  }
}

export function changeOf(
  { before, after }: Span,
  row: number,
  deleted: number | undefined,
): Change | undefined {
  const stoodBefore = row < before && !(deleted !== undefined && deleted < before);
  const standsAfter = row < after && !(deleted !== undefined && deleted < after);
  if (stoodBefore) return standsAfter ? "same" : "removed";
  return standsAfter ? "added" : undefined;
}

/**
 * The row, and how far, up to `end`, rows of the same person on the same side of both moments reach: a sentence is many rows.
 */
function writtenAt(
  tables: Tables,
  span: Span,
  client: number,
  { clock, end }: Range,
): { readonly row: number; readonly stop: number } {
  const { row, index } = insertionAt(tables, client, clock);
  const { clocks = [], rows = [] } = tables.insertions.get(client) ?? {};
  const isLike = (other: number | undefined): boolean =>
    other !== undefined &&
    other < span.before === row < span.before &&
    other < span.after === row < span.after &&
    tables.rows.authors[other] === tables.rows.authors[row];
  let next = index + 1;
  while ((clocks[next] ?? end) < end && isLike(rows[next])) next += 1;
  return { row, stop: clocks[next] ?? end };
}

/** Cuts a removed piece by the places from which added text came: the covered parts were moved. */
export function* cutByOrigin(
  piece: Piece,
  origins: RangesByClient<Range>,
): Generator<{ readonly piece: Piece; readonly moved: boolean }> {
  for (let { clock } = piece; clock < piece.end;) {
    const originClock = piece.originClock + clock - piece.clock;
    const { range, stop } = rangeAt(origins, piece.originClient, originClock);
    const end = Math.min(piece.end, clock + stop - originClock);
    yield { piece: { ...piece, clock, end, originClock }, moved: range !== undefined };
    clock = end;
  }
}
