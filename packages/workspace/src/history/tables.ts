import type { Deed } from "./log-row.ts";
import { firstIndex, type Range, type RangesByClient } from "./ranges.ts";

/**
 * What the log says about the items of a document. A *row* here is its index in the log, from 0. With these tables a document
 * at the head of the log answers for every earlier moment too: an item is there if its row is early enough and that of its
 * deletion is not, and the order of items never changes.
 */
export interface Tables {
  readonly authors: Author[];
  readonly rows: Rows;
  readonly insertions: Map<number, Insertions>;
  readonly deletions: RangesByClient<Deletion>;
  readonly moves: RangesByClient<Move>;
}

export interface Author {
  readonly personId: string;
  readonly seatId: string;
}

/** One entry a row in each. */
export interface Rows {
  readonly sequences: number[];
  readonly times: number[];
  readonly authors: number[];
  /** Clocks written and taken away: for text, UTF-16 units. */
  readonly sizes: number[];
  /** The places that a row changed, joined by a line feed, interned: most rows share one of few. */
  readonly places: number[];
  readonly placeNames: string[];
}

/** The clocks at which a client id's rows begin, ascending, and those rows. */
export interface Insertions {
  readonly clocks: number[];
  readonly rows: number[];
}

export interface Deletion extends Range {
  readonly row: number;
}

/** This text is older text put elsewhere. The origin is the first place it was written, never itself moved. */
export interface Move extends Range {
  readonly originClient: number;
  readonly originClock: number;
}

export const createTables = (): Tables => ({
  authors: [],
  rows: { sequences: [], times: [], authors: [], sizes: [], places: [], placeNames: [] },
  insertions: new Map(),
  deletions: new Map(),
  moves: new Map(),
});

export function deedOf({ authors, rows }: Tables, row: number): Deed {
  const author = authors[rows.authors[row] ?? -1];
  if (!author) throw new Error(`The log has no row ${row}`);
  return { ...author, sequence: rows.sequences[row] ?? 0, at: rows.times[row] ?? 0 };
}

/** How many rows there are up to that sequence. */
export const rowsUpTo = ({ rows }: Tables, sequence: number): number =>
  firstIndex(rows.sequences.length, (row) => (rows.sequences[row] ?? 0) > sequence);

export interface Insertion {
  readonly row: number;
  /** The index in the client's insertions. */
  readonly index: number;
}

/** The row that wrote this clock. */
export function insertionAt({ insertions }: Tables, client: number, clock: number): Insertion {
  const known = insertions.get(client);
  const index = known ? firstIndex(known.clocks.length, (at) => (known.clocks[at] ?? 0) > clock) - 1 : -1;
  const row = known?.rows[index];
  if (row === undefined) throw new Error(`No row wrote clock ${clock} of ${client}`);
  return { row, index };
}
