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

export function createReplica(mayWrite: boolean, clientId?: number): Replica {
  // A reader of Yjs's own making deletes marks that it finds superfluous; without that, what it holds is what it was told.
  const doc = mayWrite ? new Y.Doc() : createContent();
  if (clientId !== undefined) doc.clientID = clientId;
  let line: { readonly write: (message: Uint8Array) => void } | undefined;
  const listeners: ((message: Uint8Array) => void)[] = [];
  let sent = 0;
  let saved = 0;
  let late = 0;
  let need = Infinity;

  const write = (message: Uint8Array) => {
    sent += 1;
    line?.write(message);
  };
  const answer = (vector: Uint8Array) => {
    write(encodeStepTwo(Y.encodeStateAsUpdate(doc, vector)));
    need = sent;
  };
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === "server" || !line) return;
    if (need !== Infinity) need = sent + 1;
    write(encodeUpdate(update));
  });
  return {
    doc,
    answer,
    saved: () => line !== undefined && late === 0 && saved >= need,
    keptLate: () => line !== undefined && late > 0 && Math.max(saved, late) >= need,
    overhear: (listener) => void listeners.push(listener),
    hear: (message) => {
      for (const listener of listeners) listener(message);
      const heard = readMessage(message);
      if (heard?.kind === "saved") saved = heard.count;
      if (heard?.kind === "step-one") answer(heard.vector);
      if (heard?.kind === "step-two" || heard?.kind === "update") Y.applyUpdate(doc, heard.update, "server");
    },
    heardSaved: (count) => {
      saved = count;
    },
    heardLate: (count) => {
      late = count;
    },
    begin: (to) => {
      line = { write: to };
      sent = 0;
      saved = 0;
      late = 0;
      need = Infinity;
      to(encodeStepOne(Y.encodeStateVector(doc)));
    },
    cut: () => {
      line = undefined;
    },
  };
}
