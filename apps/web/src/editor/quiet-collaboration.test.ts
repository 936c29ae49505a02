import { writeFragment } from "@consilium/workspace";
import { TextSelection } from "@tiptap/pm/state";
import { expect, test, vi } from "vitest";
import { Doc } from "yjs";
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
