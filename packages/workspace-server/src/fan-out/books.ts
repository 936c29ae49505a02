import type { RefusalReason } from "@consilium/workspace";
import type { Engine } from "../engine.ts";
import type { Session } from "../session/session.ts";
import type { Booked } from "./bookkeeping.ts";

interface Range {
  from: number;
  to: number;
}

/** What a session read, wrote and was refused since its last entries in the audit. */
export interface Books {
  reads: (Range & { bytes: number }) | undefined;
  writes: (Range & { rows: number }) | undefined;
  readonly refusals: Map<RefusalReason | "read-only", { count: number; readonly firstFrame: Uint8Array }>;
  /** Milliseconds since 1970. */
  since: number;
}

export const emptyBooks = (now: Date): Books => ({
  reads: undefined,
  writes: undefined,
  refusals: new Map(),
  since: now.getTime(),
});

/** Sequences before `from` were told earlier; `from` 0 is the document from its beginning. */
export function noteRead({ books }: Session, bytes: number, from: number, to: number): void {
  const { reads } = books;
  if (!reads) books.reads = { from, to, bytes };
  else {
    reads.from = Math.min(reads.from, from);
    reads.to = Math.max(reads.to, to);
    reads.bytes += bytes;
  }
}

export function noteWritten({ books }: Session, sequence: number): void {
  const { writes } = books;
  if (!writes) books.writes = { from: sequence, to: sequence, rows: 1 };
  else {
    writes.to = Math.max(writes.to, sequence);
    writes.rows += 1;
  }
}

const keptOfFrame = 64 * 1024;

export function noteRefused(
  { books }: Session,
  reason: RefusalReason | "read-only",
  frame: Uint8Array,
): void {
  const known = books.refusals.get(reason);
  if (known) known.count += 1;
  else books.refusals.set(reason, { count: 1, firstFrame: frame.slice(0, keptOfFrame) });
}

export const bookedBy = ({ visitor, document }: Session, at: Date): Booked => ({
  session: visitor.session,
  seat: visitor.seat,
  person: visitor.person,
  document: document.id,
  at,
});

const minute = 60_000;

/** Once a minute a session's books are handed to the audit. */
export function balanceBooks(engine: Engine, session: Session): void {
  if (engine.now().getTime() - session.books.since >= minute) closeBooks(engine, session, "minute");
}

export function closeBooks(engine: Engine, session: Session, part: "minute" | "end"): void {
  const { books } = session;
  const at = engine.now();
  const booked = bookedBy(session, at);
  const { reads, writes } = books;
  const refusals = [...books.refusals];
  books.reads = undefined;
  books.writes = undefined;
  books.refusals.clear();
  books.since = at.getTime();
  const entries: Promise<void>[] = [];
  if (reads) entries.push(engine.books.read({ ...booked, ...reads, part }));
  if (writes) entries.push(engine.books.wrote({ ...booked, ...writes }));
  for (const [reason, { count, firstFrame }] of refusals)
    entries.push(engine.books.refused({ ...booked, reason, count, firstFrame }));
  for (const entry of entries) follow(engine, session, entry);
}

/** To its end, and no further: a rejection is reported, never thrown. */
function follow(engine: Engine, { document }: Session, entry: Promise<void>): void {
  const ending = entry
    .catch((cause: unknown) => engine.report({ kind: "failed", what: "books", document: document.id, cause }))
    .finally(() => engine.booking.delete(ending));
  engine.booking.add(ending);
}
