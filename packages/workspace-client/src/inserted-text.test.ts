import { expect, test } from "vitest";
import * as Y from "yjs";
import { insertedText } from "./inserted-text.ts";

function block(words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  return paragraph;
}

function writeAfter(doc: Y.Doc, write: () => void): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const note = (update: Uint8Array) => void updates.push(update);
  doc.on("update", note);
  write();
  doc.off("update", note);
  return updates;
}

test("[SY-14] only the words inserted by these changes, by section, as they stand now", () => {
  const doc = new Y.Doc();
  const old = new Y.XmlText("The nodule grew");
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [old]);
  doc.getXmlFragment("s.summary").insert(0, [paragraph]);
  const updates = writeAfter(doc, () => {
    old.insert(10, " of 14 mm");
    old.insert(19, " 🫁 nearly");
    old.delete(22, 7);
    old.format(0, 3, { bold: {} });
    doc.getXmlFragment("s.plain").insert(0, [block("First line"), block("Second line")]);
  });
  expect(insertedText(doc, updates)).toEqual([
    { root: "s.summary", text: "of 14 mm 🫁" },
    { root: "s.plain", text: "First line\nSecond line" },
  ]);
});

test("[SY-14] fields of items with their names; nothing where nothing was inserted", () => {
  const doc = new Y.Doc();
  const item = new Y.Map<unknown>([["kind", "finding"]]);
  doc.getMap("items").set("a", item);
  expect(
    insertedText(
      doc,
      writeAfter(doc, () => item.delete("kind")),
    ),
  ).toEqual([]);
  const updates = writeAfter(doc, () => item.set("title", "Nodule"));
  expect(insertedText(doc, updates)).toEqual([{ root: "items", text: 'title: "Nodule"' }]);
});

test("[SY-14] of a remark the words alone, not where it stands", () => {
  const doc = new Y.Doc();
  const fields = {
    kind: "suggestion",
    target: '{"section":"s.plain"}',
    body: "Shorter:",
    replacement: "14 mm",
  };
  const updates = writeAfter(doc, () => doc.getMap("a").set("id", new Y.Map(Object.entries(fields))));
  expect(insertedText(doc, updates)).toEqual([{ root: "a", text: "Shorter:\n14 mm" }]);
});

test("[SY-14] words whose place is missing are shown as they were typed, without what was deleted again", () => {
  const doc = new Y.Doc();
  const text = new Y.XmlText("Nodule");
  doc.getXmlFragment("s.summary").insert(0, [text]);
  const updates = writeAfter(doc, () => {
    text.insert(6, " grew");
    text.delete(9, 2);
    text.insert(9, "ow");
  });
  expect(insertedText(new Y.Doc(), updates)).toEqual([{ root: "", text: "grow" }]);
});
