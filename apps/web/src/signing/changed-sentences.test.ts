import { addItem, sectionRoot, setItemField, writeFragment } from "@consilium/workspace";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { changedPlaces, changedSentences, readWords } from "./changed-sentences.ts";

test("a sentence stands beside the one whose place it took; what stayed is not told", () => {
  expect(changedSentences("One. Two is here. Three.", "One. Two is there. Three. Four.")).toEqual([
    { before: "Two is here.", after: "Two is there." },
    { before: "", after: "Four." },
  ]);
  expect(changedSentences("One. Two.", "Two.")).toEqual([{ before: "One.", after: "" }]);
  expect(changedSentences("One.\nTwo.", "One.\n\nTwo.")).toEqual([]);
});

const flag = "01K00000000000000000000001";
const item = "01K00000000000000000000002";

const opinion = (summary: string): Y.Doc => {
  const doc = new Y.Doc();
  writeFragment(doc.getXmlFragment(sectionRoot("summary")), {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: summary }] }],
  });
  return doc;
};

test("each section, and each field of an item, is told by itself, in the order of the opinion", () => {
  const doc = opinion("She is well. The dose is 5 mg.");
  addItem(doc, "red-flag", flag);
  setItemField(doc, flag, "symptom", "Fever.");
  const read = readWords(doc);
  expect(changedPlaces(read, readWords(doc))).toEqual([]);
  setItemField(doc, flag, "symptom", "Fever above 38.");
  writeFragment(doc.getXmlFragment(sectionRoot("summary")), {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "She is well. The dose is 50 mg." }] }],
  });
  expect(changedPlaces(read, readWords(doc))).toMatchObject([
    {
      section: "summary",
      item: undefined,
      change: { sentences: [{ before: "The dose is 5 mg.", after: "The dose is 50 mg." }] },
    },
    {
      section: "redflags",
      item: { id: flag, kind: "red-flag" },
      field: "symptom",
      change: { sentences: [{ before: "Fever.", after: "Fever above 38." }] },
    },
  ]);
});

test("an owner that was chosen is a value, and an item that is gone is told with what it said", () => {
  const doc = opinion("");
  addItem(doc, "recommendation", item);
  setItemField(doc, item, "owner", "seat one");
  const read = readWords(doc);
  setItemField(doc, item, "owner", "seat two");
  expect(changedPlaces(read, readWords(doc))).toMatchObject([
    { field: "owner", change: { is: "value", before: "seat one", after: "seat two" } },
  ]);
  const now = new Map([...readWords(doc)].filter(([key]) => !key.startsWith(item)));
  expect(changedPlaces(read, now)).toMatchObject([
    { section: "recommendations", field: "owner", change: { before: "seat one", after: undefined } },
  ]);
});
