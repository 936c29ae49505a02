import { encodeStepOne, encodeStepTwo, encodeUpdate, readMessage } from "@consilium/workspace";
import * as Y from "yjs";
import { createContent } from "../admission/admitted-content.ts";

/** A client's document and its "saved" state (protocol 3.3), without the line. */
export interface Replica {
  readonly doc: Y.Doc;
  /** Every local change is committed, as far as this client was told. */
  readonly saved: () => boolean;
  /** Every local change is answered, the last ones as a late draft. */
  readonly keptLate: () => boolean;
  readonly hear: (message: Uint8Array) => void;
  readonly heardSaved: (count: number) => void;
  readonly heardLate: (count: number) => void;
  readonly answer: (vector: Uint8Array) => void;
  readonly overhear: (listener: (message: Uint8Array) => void) => void;
  /** A new line: what was said before is void. */
  readonly begin: (write: (message: Uint8Array) => void) => void;
  readonly cut: () => void;
}

interface Counts {
  write: ((message: Uint8Array) => void) | undefined;
  sent: number;
  saved: number;
  late: number;
  /** The number of the message that carries its newest change. */
  need: number;
}

const freshCounts = (write: Counts["write"]): Counts => ({
  write,
  sent: 0,
  saved: 0,
  late: 0,
  need: Infinity,
});

export function createReplica(mayWrite: boolean, clientId?: number): Replica {
  // A reader of Yjs's own making deletes marks that it finds superfluous; without that, what it holds is what it was told.
  const doc = mayWrite ? new Y.Doc() : createContent();
  if (clientId !== undefined) doc.clientID = clientId;
  const listeners: ((message: Uint8Array) => void)[] = [];
  let counts = freshCounts(undefined);
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === "server" || !counts.write) return;
    if (counts.need !== Infinity) counts.need = counts.sent + 1;
    send(counts, encodeUpdate(update));
  });
  return {
    doc,
    answer: (vector) => answer(doc, counts, vector),
    saved: () => counts.write !== undefined && counts.late === 0 && counts.saved >= counts.need,
    keptLate: () =>
      counts.write !== undefined && counts.late > 0 && Math.max(counts.saved, counts.late) >= counts.need,
    overhear: (listener) => void listeners.push(listener),
    hear: (message) => {
      for (const listener of listeners) listener(message);
      hear(doc, counts, message);
    },
    heardSaved: (count) => {
      counts.saved = count;
    },
    heardLate: (count) => {
      counts.late = count;
    },
    begin: (write) => {
      counts = freshCounts(write);
      write(encodeStepOne(Y.encodeStateVector(doc)));
    },
    cut: () => {
      counts = freshCounts(undefined);
    },
  };
}

function send(counts: Counts, message: Uint8Array): void {
  counts.sent += 1;
  counts.write?.(message);
}

function answer(doc: Y.Doc, counts: Counts, vector: Uint8Array): void {
  send(counts, encodeStepTwo(Y.encodeStateAsUpdate(doc, vector)));
  counts.need = counts.sent;
}

function hear(doc: Y.Doc, counts: Counts, message: Uint8Array): void {
  const heard = readMessage(message);
  if (heard?.kind === "saved") counts.saved = heard.count;
  if (heard?.kind === "step-one") answer(doc, counts, heard.vector);
  if (heard?.kind === "step-two" || heard?.kind === "update") Y.applyUpdate(doc, heard.update, "server");
}
