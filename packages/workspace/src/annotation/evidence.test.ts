import { expect, test } from "vitest";
import * as Y from "yjs";
import { evidenceOf, setEvidence } from "./evidence.ts";

const id = "01K0000000000000000000EV01";
const record = "01K0000000000000000000CT01";

test("an evidence link is read as it was set", () => {
  const doc = new Y.Doc();
  const evidence = {
    anchor: { kind: "record-place", record, place: "s4-94" },
    label: "series 4, slice 94",
  } as const;
  setEvidence(doc, id, evidence);
  expect(evidenceOf(doc, id)).toEqual(evidence);
});

test("what is no place of a record, or has no label, is no evidence", () => {
  const doc = new Y.Doc();
  const map = doc.getMap("evidence");
  map.set(id, { kind: "record-place", record, place: "s4-94" });
  expect(evidenceOf(doc, id)).toBeUndefined();
  map.set(id, { kind: "record-place", record: "CT", place: "s4-94", label: "slice 94" });
  expect(evidenceOf(doc, id)).toBeUndefined();
  expect(evidenceOf(doc, record)).toBeUndefined();
});
