import { expect, test } from "vitest";
import * as Y from "yjs";
import { addsSomething } from "./novelty.ts";

function signed(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getText("t").insert(0, "fourteen");
  doc.getText("t").delete(2, 2);
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  copy.clientID = 2;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

test("[SY-22] an answer that repeats everything, deletions included, adds nothing", () => {
  const doc = signed();
  expect(addsSomething(doc, Y.encodeStateAsUpdate(copyOf(doc), Y.encodeStateVector(doc)))).toBe(false);
  expect(addsSomething(doc, Y.encodeStateAsUpdate(copyOf(doc)))).toBe(false);
});

test("[SY-22] an insertion, a deletion and what builds on an unknown edit add something", () => {
  const doc = signed();
  const copy = copyOf(doc);
  copy.getText("t").insert(0, "a");
  expect(addsSomething(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)))).toBe(true);
  const before = Y.encodeStateVector(copy);
  copy.getText("t").delete(0, 1);
  expect(addsSomething(doc, Y.encodeStateAsUpdate(copy, before))).toBe(true);
  const deleting = copyOf(doc);
  deleting.getText("t").delete(1, 1);
  expect(addsSomething(doc, Y.encodeStateAsUpdate(deleting, Y.encodeStateVector(doc)))).toBe(true);
});

test("[SY-10] a truncated frame says neither", () => {
  const frame = Y.encodeStateAsUpdate(signed());
  expect(addsSomething(new Y.Doc(), frame.slice(0, frame.length - 3))).toBeUndefined();
});
