import { expect, test } from "vitest";
import * as Y from "yjs";
import { lateText } from "./late-text.ts";

function paragraph(doc: Y.Doc, root: string, words: string): Y.XmlText {
  const text = new Y.XmlText(words);
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [text]);
  doc.getXmlFragment(root).push([element]);
  return text;
}

function began() {
  const author = new Y.Doc();
  const text = paragraph(author, "s.summary", "Signed words.");
  const content = new Y.Doc();
  Y.applyUpdate(content, Y.encodeStateAsUpdate(author));
  return { author, text, content, known: Y.encodeStateVector(author) };
}

test("words come by section, a new block on a new line, keystrokes of one run together", () => {
  const { author, text, content, known } = began();
  for (const letter of " More") text.insert(text.length, letter);
  paragraph(author, "s.summary", "A second one.");
  paragraph(author, "s.limitations", "A limit.");
  expect(lateText(content, [Y.encodeStateAsUpdate(author, known)])).toEqual([
    { root: "s.summary", text: "More\nA second one." },
    { root: "s.limitations", text: "A limit." },
  ]);
});

test("what the document holds already is nobody's late words, and what was deleted again is not shown", () => {
  const { author, text, content } = began();
  text.insert(0, "Draft. ");
  text.delete(0, 7);
  expect(lateText(content, [Y.encodeStateAsUpdate(author)])).toEqual([]);
});

test("words whose place is missing are shown without it", () => {
  const { author, text, content } = began();
  text.insert(text.length, " lost");
  const known = Y.encodeStateVector(author);
  text.insert(text.length, " found");
  expect(lateText(content, [Y.encodeStateAsUpdate(author, known)])).toEqual([{ root: "", text: "found" }]);
});

test("words that came twice are shown once, and those that are new in the second time as well", () => {
  const { author, text, content, known } = began();
  text.insert(text.length, " On the train.");
  const first = Y.encodeStateAsUpdate(author, known);
  text.insert(text.length, " And at home.");
  const updates = [first, first, Y.encodeStateAsUpdate(author, known)];
  expect(lateText(content, updates)).toEqual([{ root: "s.summary", text: "On the train. And at home." }]);
});

test("of words that came in one piece those are not shown that were deleted later", () => {
  const { author, text, content, known } = began();
  text.insert(text.length, " Surely benign.");
  const first = Y.encodeStateAsUpdate(author, known);
  const typed = Y.encodeStateVector(author);
  text.delete("Signed words.".length, " Surely".length);
  expect(lateText(content, [first, Y.encodeStateAsUpdate(author, typed)])).toEqual([
    { root: "s.summary", text: "benign." },
  ]);
});
