import type { HistoryReplay } from "./replay.ts";
import { rowsUpTo } from "./tables.ts";

/** One bar over a slider. */
export interface ActivityBar {
  /** The first and the last row in it, as sequences. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds since 1970, of those rows. */
  readonly at: number;
  readonly until: number;
  readonly people: readonly { readonly personId: string; readonly edits: number; readonly size: number }[];
}

export interface ActivityQuery {
  /** How many bars at most; empty ones are left out. */
  readonly bars: number;
  /** Sequences: only rows after `since`, up to `upTo`. */
  readonly since?: number;
  readonly upTo?: number;
  /** Milliseconds: a longer silence counts as this long, or nights would leave no room for the work. */
  readonly silence?: number;
}

/** How much each person changed, over time. `size` is in characters written and taken away. */
export function activity({ tables }: HistoryReplay, query: ActivityQuery): ActivityBar[] {
  const { bars, since = 0, upTo = Infinity, silence = 20 * 60_000 } = query;
  const { rows } = tables;
  const [start, end] = [rowsUpTo(tables, since), rowsUpTo(tables, upTo)];
  const moments: number[] = [];
  let moment = 0;
  for (let row = start; row < end; row += 1) {
    const waited = row === start ? 0 : (rows.times[row] ?? 0) - (rows.times[row - 1] ?? 0);
    moment += Math.min(silence, Math.max(0, waited));
    moments.push(moment);
  }
  const width = (moment + 1) / bars;
  const byBar = Map.groupBy(moments.keys(), (index) => Math.floor((moments[index] ?? 0) / width));
  return [...byBar.values()].map((indexes) =>
    barOf(
      tables,
      indexes.map((index) => start + index),
    ),
  );
}

function barOf({ rows, authors }: HistoryReplay["tables"], inBar: readonly number[]): ActivityBar {
  const people = new Map<string, { edits: number; size: number }>();
  for (const row of inBar) {
    const personId = authors[rows.authors[row] ?? -1]?.personId ?? "";
    const counted = people.get(personId) ?? { edits: 0, size: 0 };
    people.set(personId, counted);
    counted.edits += 1;
    counted.size += rows.sizes[row] ?? 0;
  }
  const [first, last] = [inBar[0] ?? 0, inBar.at(-1) ?? 0];
  return {
    from: rows.sequences[first] ?? 0,
    to: rows.sequences[last] ?? 0,
    at: rows.times[first] ?? 0,
    until: rows.times[last] ?? 0,
    people: [...people].map(([personId, counted]) => ({ personId, ...counted })),
  };
}
