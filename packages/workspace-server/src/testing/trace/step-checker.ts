import type { DocumentId, Row } from "../../durable-log/durable-log.ts";
import type { Step } from "../../step.ts";
import { createLogCopy, type LogCopy } from "./log-copy.ts";

/** A row that the log has taken, in the order of the log. */
export interface CommittedRow {
  readonly bytes: Uint8Array;
  readonly sequence: number;
  readonly clocks: Row["clocks"];
}

/** The log's word on a document. */
export interface Heads {
  readonly epoch: number;
  readonly authority: number;
}

/**
 * Holds a server to the rules of the protocol's model, step by step. It knows the log and the steps and nothing of the server.
 * Each call gives what no rule allows, in words; undefined: all is as it may be.
 */
export interface StepChecker {
  readonly committed: (document: DocumentId, row: CommittedRow, heads: Heads) => string | undefined;
  /** `process`: any object that is this life's alone; after kill -9 it is another one. */
  readonly take: (process: object, step: Step) => string | undefined;
  readonly steps: number;
}

type Admitted = Pick<Step & { readonly kind: "admitted" }, "count" | "frame">;

/** One process's document. */
interface Held {
  sequence: number;
  epoch: number;
  authority: number;
  /** Rows that are not called committed, in their order. */
  queue: readonly Row[];
  /** Those of them that are with the log; undefined: none. */
  inFlight: readonly Row[] | undefined;
  /** The last write message of each session that was admitted. */
  readonly admitted: Map<object, number>;
  /** Messages that no "saved" has covered yet, whatever became of them. */
  readonly uncovered: Map<object, Admitted[]>;
}

interface Document {
  readonly log: LogCopy;
  readonly next: Map<number, number>;
  /** Under which epoch and authority a row was sent; in doubt it may be committed later. */
  readonly sent: Map<Uint8Array, Heads>;
}

export function createStepChecker(): StepChecker {
  const documents = new Map<DocumentId, Document>();
  const processes = new Map<object, Map<DocumentId, Held>>();
  let steps = 0;
  const documentOf = (id: DocumentId): Document => {
    const found = documents.get(id) ?? { log: createLogCopy(), next: new Map(), sent: new Map() };
    documents.set(id, found);
    return found;
  };
  return {
    get steps() {
      return steps;
    },
    committed: (id, row, heads) => {
      steps += 1;
      return commit(documentOf(id), row, heads);
    },
    take: (process, step) => {
      steps += 1;
      const held = processes.get(process) ?? new Map<DocumentId, Held>();
      processes.set(process, held);
      if (step.kind === "loaded") return load(documentOf(step.document), held, step);
      const one = held.get(step.document);
      if (!one) return `${step.kind} in a document that is not loaded`;
      return follow(documentOf(step.document), one, step);
    },
  };
}

/** SY-2, SY-11, SY-20, SY-22: what the append compares. */
function commit({ log, next, sent }: Document, row: CommittedRow, heads: Heads): string | undefined {
  const under = sent.get(row.bytes);
  const isSeed = row.sequence === 1;
  if (!under && !isSeed) return `row ${row.sequence} was sent by nobody`;
  if (row.sequence !== log.length + 1) return `row ${row.sequence} follows row ${log.length}`;
  if (under && (under.epoch !== heads.epoch || under.authority !== heads.authority))
    return `row ${row.sequence} was sent under another epoch or authority than the log's`;
  for (const { client, from, to } of row.clocks) {
    if ((next.get(client) ?? 0) !== from)
      return `row ${row.sequence} has clock ${from} of ${client} again, or too early`;
    next.set(client, to);
  }
  log.append(row.bytes);
  return undefined;
}

/** SY-4, SY-5: nothing is taken over but the log; the queue is gone, and its frames are still owed. */
function load(
  { log }: Document,
  held: Map<DocumentId, Held>,
  { document, sequence, epoch, authority }: Step & { readonly kind: "loaded" },
): string | undefined {
  const before = held.get(document);
  held.set(document, {
    sequence,
    epoch,
    authority,
    queue: [],
    inFlight: before?.inFlight,
    admitted: before?.admitted ?? new Map(),
    uncovered: before?.uncovered ?? new Map(),
  });
  return sequence > log.length ? `row ${sequence} was loaded, and the log has ${log.length}` : undefined;
}

function follow(
  document: Document,
  held: Held,
  step: Exclude<Step, { readonly kind: "loaded" }>,
): string | undefined {
  switch (step.kind) {
    case "read-on":
      if (step.sequence !== held.sequence + 1)
        return `row ${step.sequence} was read after row ${held.sequence}`;
      held.sequence = step.sequence;
      return step.sequence > document.log.length
        ? `row ${step.sequence} was read before it was committed`
        : undefined;
    case "admitted":
      return admit(held, step);
    case "sent":
      return send(document, held, step);
    case "answered":
      return answer(document, held, step);
    case "announced":
      return announce(document, held, step);
    case "saved":
      return save(document, held, step);
  }
}

/** SY-3: a session's messages are counted in their order. */
function admit(
  held: Held,
  { session, count, frame, row }: Step & { readonly kind: "admitted" },
): string | undefined {
  const last = held.admitted.get(session) ?? 0;
  held.admitted.set(session, count);
  if (row) held.queue = [...held.queue, row];
  held.uncovered.set(session, [...(held.uncovered.get(session) ?? []), { count, frame }]);
  return count <= last ? `message ${count} was admitted after message ${last} of its session` : undefined;
}

/** SY-2: one group at a time, and what waits goes in its order. SY-20: under what the process knew when it admitted it. */
function send(
  { sent }: Document,
  held: Held,
  { rows, epoch, authority }: Step & { readonly kind: "sent" },
): string | undefined {
  const isInOrder = rows.every((row, at) => row === held.queue[at]);
  for (const { bytes } of rows) sent.set(bytes, { epoch, authority });
  if (held.inFlight) return "a group was sent while another one was with the log";
  held.inFlight = rows;
  if (!isInOrder) return "a group is not the head of the queue";
  return epoch === held.epoch && authority === held.authority
    ? undefined
    : "a group was sent under another epoch or authority than it was admitted under";
}

function answer(
  { log }: Document,
  held: Held,
  { result }: Step & { readonly kind: "answered" },
): string | undefined {
  const rows = held.inFlight ?? [];
  held.inFlight = undefined;
  if (result.outcome !== "ok") return undefined;
  for (const [at, { bytes }] of rows.entries())
    if (log.bytesAt(result.sequence + at) !== bytes)
      return `row ${result.sequence + at} is called committed and is not`;
  const isThere = new Set(rows);
  held.queue = held.queue.filter((row) => !isThere.has(row));
  return undefined;
}

/** SY-1: nothing that is not committed. SY-12: what other processes logged in between is read first. */
function announce(
  { log }: Document,
  held: Held,
  { sequence, bytes }: Step & { readonly kind: "announced" },
): string | undefined {
  if (sequence > log.length) return `row ${sequence} was announced before it was committed`;
  if (sequence > held.sequence + 1)
    return `row ${sequence} was announced and row ${held.sequence + 1} not read`;
  const lacks = log.lacks(bytes);
  if (lacks) return `row ${sequence} was announced: ${lacks}`;
  held.sequence = Math.max(held.sequence, sequence);
  return undefined;
}

/** SY-3, SY-6: everything that the first `count` messages brought is in the log, what added nothing then as well. */
function save(
  { log }: Document,
  held: Held,
  { session, count }: Step & { readonly kind: "saved" },
): string | undefined {
  const owed = held.uncovered.get(session) ?? [];
  held.uncovered.set(
    session,
    owed.filter((one) => one.count > count),
  );
  for (const one of owed) {
    if (one.count > count) continue;
    const lacks = log.lacks(one.frame);
    if (lacks) return `message ${one.count} was called saved: ${lacks}`;
  }
  return undefined;
}
