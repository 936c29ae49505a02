import { writeFragment } from "@consilium/workspace";
import { TextSelection } from "@tiptap/pm/state";
import { expect, onTestFinished, test, vi } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from "yjs";
import { openTestEditor, writeParagraphs } from "./testing-editor.ts";

function openText() {
  const doc = new Doc();
  const fragment = doc.getXmlFragment("s.summary");
  writeParagraphs(fragment, "Some words.");
  const { view } = openTestEditor(fragment);
  let transactions = 0;
  doc.on("afterTransaction", () => (transactions += 1));
  const select = (at: number) =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
  return { view, fragment, select, transactions: () => transactions };
}

test("a caret that moves opens no transaction of the document, a letter opens one", () => {
  const { view, fragment, select, transactions } = openText();
  select(3);
  const begun = transactions();
  select(4);
  select(5);
  expect(transactions()).toBe(begun);
  view.dispatch(view.state.tr.insertText("x"));
  expect(transactions()).toBe(begun + 1);
  expect(fragment.toJSON()).toBe("<paragraph>Somex words.</paragraph>");
});

test("a text that is emptied is empty for everybody", () => {
  const { view, fragment, select } = openText();
  select(3);
  view.dispatch(view.state.tr.delete(0, view.state.doc.content.size));
  expect(fragment.toJSON()).toBe("<paragraph></paragraph>");
});

test("in a text that begins with a list the caret stands in its first line", () => {
  const complained = vi.spyOn(console, "warn");
  const fragment = new Doc().getXmlFragment("s.summary");
  const words = { type: "paragraph", content: [{ type: "text", text: "First." }] };
  writeFragment(fragment, {
    type: "doc",
    content: [{ type: "bulletList", content: [{ type: "listItem", content: [words] }] }],
  });
  const { selection } = openTestEditor(fragment).state;
  expect(selection.$head.parent.inlineContent).toBe(true);
  expect(complained.mock.calls).toEqual([]);
});

test("a caret that the browser has set stays there when text of others arrives before the editor was told", () => {
  const doc = new Doc();
  const fragment = doc.getXmlFragment("s.summary");
  writeParagraphs(fragment, "Some words.");
  const { view } = openTestEditor(fragment);
  document.body.append(view.dom);
  onTestFinished(() => view.dom.remove());
  view.focus();
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 1)));
  const hers = copyOf(doc);
  // No event of it reaches the editor before the text of others, as between two tasks of a browser.
  document.addEventListener("selectionchange", stopAll, { capture: true });
  onTestFinished(() => document.removeEventListener("selectionchange", stopAll, { capture: true }));
  const words = view.dom.querySelector("p")?.firstChild;
  document.getSelection()?.collapse(words ?? null, "Some words.".length);
  expect(view.state.selection.head).toBe(1);
  insertAt(hers, 4, " kind");
  applyUpdate(doc, encodeStateAsUpdate(hers));
  expect(view.dom.textContent).toBe("Some kind words.");
  expect(view.state.selection.head).toBe(1 + "Some kind words.".length);
});

const stopAll = (event: Event): void => event.stopImmediatePropagation();

function copyOf(doc: Doc): Doc {
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(doc));
  return copy;
}

function insertAt(doc: Doc, at: number, words: string): void {
  const [paragraph] = doc.getXmlFragment("s.summary").toArray();
  const text = paragraph instanceof XmlElement ? paragraph.get(0) : undefined;
  if (text instanceof XmlText) text.insert(at, words);
}
