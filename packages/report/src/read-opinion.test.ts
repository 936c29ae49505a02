import { addItem, diffIntoFragment, setEvidence, setItemField } from "@consilium/workspace";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { readOpinion } from "./read-opinion.ts";
import { idOf, rich } from "./testing/index.ts";

test("sections, items and evidence come out of a document, and stay when it goes", () => {
  const doc = new Y.Doc();
  const [id, evidence, record] = [idOf("finding"), idOf("ct 94"), idOf("record")];
  diffIntoFragment(doc.getXmlFragment("s.summary"), rich("A nodule [[evidence:ct#place:94|slice 94]]"));
  addItem(doc, "finding", id);
  setItemField(doc, id, "site", "left");
  setEvidence(doc, evidence, { anchor: { kind: "record-place", record, place: "94" }, label: "slice 94" });
  const read = readOpinion(doc);
  doc.destroy();
  expect(read.sections.summary).toEqual(rich("A nodule [[evidence:ct#place:94|slice 94]]"));
  expect(read.sections.plain.content).toEqual([]);
  expect(read.items).toMatchObject([
    { id, kind: "finding", fields: { site: "left", text: { type: "doc" } } },
  ]);
  expect(read.evidence).toEqual([{ id: evidence, words: "slice 94", quote: null, record }]);
});
