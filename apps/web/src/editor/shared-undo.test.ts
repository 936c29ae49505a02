import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { expect, test, vi } from "vitest";
import { Doc, XmlText } from "yjs";
import { changeAsOwn, createSharedUndo, undoForEditor } from "./shared-undo.ts";

function openText() {
  const doc = new Doc();
  const [one, two] = [doc.getXmlFragment("s.one"), doc.getXmlFragment("s.two")];
  const undo = createSharedUndo([one, two, doc.getMap("items")]);
  const write = (fragment: typeof one, words: string, origin: unknown = ySyncPluginKey) => {
    undo.stopCapturing();
    doc.transact(() => fragment.push([new XmlText(words)]), origin);
  };
  return { doc, one, two, undo, write };
}

test("an editor that ends leaves the history of the others alone, and takes only its own listeners", () => {
  const { one, undo, write } = openText();
  const [ending, staying] = [undoForEditor(undo), undoForEditor(undo)];
  const [gone, kept] = [vi.fn<() => void>(), vi.fn<() => void>()];
  ending.on("stack-item-added", gone);
  staying.on("stack-item-added", kept);
  ending.destroy();
  write(one, "after");
  expect(gone).not.toHaveBeenCalled();
  expect(kept).toHaveBeenCalledTimes(1);
  staying.undo();
  expect(one.toJSON()).toBe("");
});

test("one history over all sections and items: the last own step goes first, others' words stay", () => {
  const { doc, one, two, undo, write } = openText();
  write(one, "mine");
  write(two, "theirs", "somebody else");
  undo.stopCapturing();
  changeAsOwn(doc, () => void doc.getMap("items").set("id", "item"));
  undo.undo();
  expect(doc.getMap("items").has("id")).toBe(false);
  expect(one.toJSON()).toBe("mine");
  undo.undo();
  expect(one.toJSON()).toBe("");
  expect(two.toJSON()).toBe("theirs");
});
