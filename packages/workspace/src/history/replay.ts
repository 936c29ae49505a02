import * as Y from "yjs";
import type { LogRow } from "./log-row.ts";
import { noteMoves } from "./moves.ts";
import { changedPlaces } from "./places.ts";
import { addRange } from "./ranges.ts";
import { createSilentDoc } from "./silent-doc.ts";
import { createTables, type Tables } from "./tables.ts";

/**
 * A document's whole past in memory: every item that was ever written, and the tables that say who wrote, removed and moved it.
 * Answers for any two moments without another replay; a server keeps it and advances it as the log grows.
 */
export interface HistoryReplay {
  /** Keeps deleted content; for reading here only, never to be shared. */
  readonly doc: Y.Doc;
  readonly tables: Tables;
  /** The last row taken; 0 before the first. */
  readonly sequence: () => number;
  /** Throws where the row is not newer, or refers to what no earlier row holds: a past with a hole is not shown. */
  readonly advance: (row: LogRow) => void;
}

/** From the first row of the log, in order. A state with collected content (a snapshot, a client's) cannot start a past. */
export function replay(
  rows: Iterable<LogRow>,
  { to = Infinity }: { readonly to?: number } = {},
): HistoryReplay {
  const history = createReplay();
  for (const row of rows) {
    if (row.sequence > to) break;
    history.advance(row);
  }
  return history;
}

/** An empty past, or that of a checkpoint. */
export function createReplay(tables = createTables(), doc = createSilentDoc({ gc: false })): HistoryReplay {
  const interned = createInterned(tables);
  let taking: LogRow | undefined;
  doc.on("beforeObserverCalls", (transaction) => {
    if (taking) noteRow(tables, interned, taking, transaction);
  });
  const sequence = (): number => tables.rows.sequences.at(-1) ?? 0;
  const advance = (row: LogRow): void => {
    if (row.sequence <= sequence()) throw new Error(`Row ${row.sequence} comes after row ${sequence()}`);
    taking = row;
    Y.applyUpdate(doc, row.bytes);
    taking = undefined;
    if (tables.rows.sequences.at(-1) !== row.sequence || doc.store.pendingStructs || doc.store.pendingDs)
      throw new Error(`Row ${row.sequence} refers to what no earlier row holds`);
  };
  return { doc, tables, sequence, advance };
}

interface Interned {
  readonly authors: Map<string, number>;
  readonly places: Map<string, number>;
}

const createInterned = ({ authors, rows }: Tables): Interned => ({
  authors: new Map(authors.map(({ personId, seatId }, index) => [authorKey(personId, seatId), index])),
  places: new Map(rows.placeNames.map((names, index) => [names, index])),
});

const authorKey = (personId: string, seatId: string): string => JSON.stringify([personId, seatId]);

function noteRow(tables: Tables, interned: Interned, row: LogRow, transaction: Y.Transaction): void {
  const { rows } = tables;
  const index = rows.sequences.length;
  noteMoves(tables, transaction);
  const size = noteInsertions(tables, index, transaction) + noteDeletions(tables, index, transaction);
  rows.sequences.push(row.sequence);
  rows.times.push(row.at);
  rows.sizes.push(size);
  rows.authors.push(
    intern(interned.authors, authorKey(row.personId, row.seatId), () =>
      tables.authors.push({ personId: row.personId, seatId: row.seatId }),
    ),
  );
  const names = changedPlaces(transaction).join("\n");
  rows.places.push(intern(interned.places, names, () => rows.placeNames.push(names)));
}

/** `add` gives the new length of the list. */
function intern(known: Map<string, number>, key: string, add: () => number): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  const index = add() - 1;
  known.set(key, index);
  return index;
}

function noteInsertions({ insertions }: Tables, row: number, transaction: Y.Transaction): number {
  let size = 0;
  for (const [client, clock] of transaction.afterState) {
    const from = transaction.beforeState.get(client) ?? 0;
    if (from >= clock) continue;
    const known = insertions.get(client) ?? { clocks: [], rows: [] };
    insertions.set(client, known);
    known.clocks.push(from);
    known.rows.push(row);
    size += clock - from;
  }
  return size;
}

/** The transaction's own deletions: what was gone before is not among them, so the first deleter by sequence stands. */
function noteDeletions({ deletions }: Tables, row: number, transaction: Y.Transaction): number {
  let size = 0;
  for (const [client, ranges] of transaction.deleteSet.clients) {
    for (const { clock, len } of ranges) {
      addRange(deletions, client, { clock, end: clock + len, row });
      size += len;
    }
  }
  return size;
}
