import { createSeededRandom, createUlid } from "@consilium/foundation";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { addCitation, citationOf, mergeCitationItems } from "./citation-items.ts";
import { addItem, itemOf, itemsOf, setItemField } from "./items.ts";

const random = createSeededRandom(3);
const newId = () => createUlid(1_700_000_000_000, random);

function twoSources() {
  const doc = new Y.Doc();
  const [one, other, recommendation] = [newId(), newId(), newId()];
  addCitation(doc, one, { title: "Kept title", doi: "10.1000/1", year: 2016 });
  addCitation(doc, other, { title: "Other title", doi: "10.1000/1", pmid: "3", publication: "guideline" });
  addItem(doc, "recommendation", recommendation);
  setItemField(doc, recommendation, "citations", [other, one]);
  return { doc, one, other, recommendation };
}

test("a citation that is added says what it said", () => {
  const { doc, other } = twoSources();
  const item = itemOf(doc, other);
  expect(item && citationOf(item)).toEqual({
    title: "Other title",
    doi: "10.1000/1",
    pmid: "3",
    publication: "guideline",
  });
});

test("two that are one become one, and what named the other names it; undoing brings both back", () => {
  const { doc, one, other, recommendation } = twoSources();
  const undo = new Y.UndoManager(doc.getMap("items"));
  mergeCitationItems(doc, one, other);
  expect(itemsOf(doc, "citation").map(citationOf)).toEqual([
    { title: "Kept title", doi: "10.1000/1", year: 2016, pmid: "3", publication: "guideline" },
  ]);
  expect(itemOf(doc, recommendation)?.scalar("citations")).toEqual([one]);
  undo.undo();
  expect(itemsOf(doc, "citation")).toHaveLength(2);
  expect(itemOf(doc, recommendation)?.scalar("citations")).toEqual([other, one]);
});

test("where one of them is gone, or both are one item, nothing happens", () => {
  const { doc, one } = twoSources();
  const before = doc.getMap("items").toJSON();
  mergeCitationItems(doc, one, newId());
  mergeCitationItems(doc, one, one);
  expect(doc.getMap("items").toJSON()).toEqual(before);
});
