import { TextSelection } from "@tiptap/pm/state";
import { expect, onTestFinished, test } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from "yjs";
import { openTestEditor, writeParagraphs } from "./testing-editor.ts";

const words = "Some words.";

/** An editor with the focus and its caret before the first letter; the browser has set it at the end, and has told nobody. */
function openUntold() {
  const doc = new Doc();
  const fragment = doc.getXmlFragment("s.summary");
  writeParagraphs(fragment, words);
  const { view } = openTestEditor(fragment);
  document.body.append(view.dom);
  onTestFinished(() => view.dom.remove());
  view.focus();
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 1)));
  // No event of it reaches the editor, as between two tasks of a browser.
  document.addEventListener("selectionchange", stopAll, { capture: true });
  onTestFinished(() => document.removeEventListener("selectionchange", stopAll, { capture: true }));
  const line = view.dom.querySelector("p")?.firstChild ?? null;
  const setAtEnd = () => document.getSelection()?.collapse(line, words.length);
  return { doc, view, setAtEnd };
}

test("a caret that the browser has set stays there when text of others arrives before the editor was told", () => {
  const { doc, view, setAtEnd } = openUntold();
  const hers = copyOf(doc);
  setAtEnd();
  expect(view.state.selection.head).toBe(1);
  insertAt(hers, 4, " kind");
  applyUpdate(doc, encodeStateAsUpdate(hers));
  expect(view.dom.textContent).toBe("Some kind words.");
  expect(view.state.selection.head).toBe(1 + "Some kind words.".length);
});

test("and when others' carets or marks are drawn, which are told to the editor all the same", () => {
  const { view, setAtEnd } = openUntold();
  setAtEnd();
  const mark = view.state.schema.marks["bold"]?.create();
  view.dispatch(view.state.tr.setMeta("somebody", "moved").setStoredMarks(mark ? [mark] : []));
  expect(view.state.selection.head).toBe(1 + words.length);
  expect(view.state.storedMarks).toHaveLength(1);
});

test("a transaction that says where the caret is to be is not asked", () => {
  const { view, setAtEnd } = openUntold();
  setAtEnd();
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 3)));
  expect(view.state.selection.head).toBe(3);
});

const stopAll = (event: Event): void => event.stopImmediatePropagation();

function copyOf(doc: Doc): Doc {
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(doc));
  return copy;
}

function insertAt(doc: Doc, at: number, letters: string): void {
  const [paragraph] = doc.getXmlFragment("s.summary").toArray();
  const text = paragraph instanceof XmlElement ? paragraph.get(0) : undefined;
  if (text instanceof XmlText) text.insert(at, letters);
}
