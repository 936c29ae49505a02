import { type DocumentName, formatDocumentName } from "@consilium/clinical";
import { type ClockRange, writeSchema } from "@consilium/workspace";
import * as Y from "yjs";
import type { PlannedSeat } from "./cast.ts";
import { demoClient } from "./demo-id.ts";

/** Something that somebody did to a document at a moment. */
export interface Act {
  readonly at: Date;
  readonly seat: PlannedSeat;
  readonly write: (doc: Y.Doc) => void;
}

/** One row of the log to be: the document's own update. */
export interface Writing {
  readonly bytes: Uint8Array;
  readonly clocks: readonly ClockRange[];
  readonly clientId: number;
  readonly personId: string;
  readonly seatId: string;
  readonly at: Date;
}

export interface PlannedDocument {
  readonly name: DocumentName;
  /** The seed's own row, `meta`, which no session may write. Layers have none. */
  readonly seed: Writing | undefined;
  /** In the order of their times. */
  readonly writings: readonly Writing[];
}

/**
 * Plays the acts in the order of their times on one document, each under its author's client id, and keeps each one's update.
 * What changes nothing leaves no row.
 */
export function playActs(name: DocumentName, acts: readonly Act[]): PlannedDocument {
  const doc = new Y.Doc();
  const inOrder = acts.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const [first] = inOrder;
  const seed =
    first && name.kind !== "layer"
      ? record(doc, name, { ...first, write: () => writeSchema(doc) }, "seed")
      : undefined;
  const writings = inOrder.flatMap((act) => record(doc, name, act, act.seat.personId) ?? []);
  doc.destroy();
  return { name, seed, writings };
}

function record(doc: Y.Doc, name: DocumentName, { at, seat, write }: Act, hand: string): Writing | undefined {
  const clientId = demoClient(`${seat.caseId}/${formatDocumentName(name)}`, hand);
  doc.clientID = clientId;
  const from = Y.getState(doc.store, clientId);
  const updates: Uint8Array[] = [];
  const keep = (bytes: Uint8Array) => updates.push(bytes);
  doc.on("update", keep);
  doc.transact(() => write(doc));
  doc.off("update", keep);
  const [bytes, ...more] = updates;
  if (!bytes) return undefined;
  if (more.length > 0) throw new Error("One act is one update");
  const to = Y.getState(doc.store, clientId);
  const clocks = to > from ? [{ client: clientId, from, to }] : [];
  return { bytes, clocks, clientId, personId: seat.personId, seatId: seat.id, at };
}

/** All rows in the order of the log. */
export const rowsOf = ({ seed, writings }: PlannedDocument): readonly Writing[] =>
  seed ? [seed, ...writings] : writings;

/** The document after the acts before that moment; of all without one. */
export function replay(planned: PlannedDocument, before?: Date): Y.Doc {
  const doc = new Y.Doc();
  for (const { at, bytes } of rowsOf(planned)) if (!before || at < before) Y.applyUpdate(doc, bytes);
  return doc;
}
