import type { Seat } from "@consilium/clinical";
import * as Y from "yjs";

/** All of a document as the first row of another, booked as one author's. */
export function seedRow(content: Y.Doc, seat: Pick<Seat, "id" | "personId">, at: Date) {
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(content))].map(([client, to]) => ({
    client,
    from: 0,
    to,
  }));
  return { bytes: Y.encodeStateAsUpdate(content), seat: seat.id, person: seat.personId, clocks, at };
}
