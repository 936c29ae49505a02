import { sectionText } from "@consilium/workspace";
import type { Editor } from "@tiptap/core";
import { expect, test } from "vitest";
import { Doc, XmlElement, XmlText } from "yjs";
import { endSlash, type SlashWords } from "./slash.ts";
import { openTestEditor, writeParagraphs } from "./testing-editor.ts";

function open(text: string) {
  const doc = new Doc();
  const fragment = doc.getXmlFragment("s.summary");
  writeParagraphs(fragment, text);
  const seen: (SlashWords | null)[] = [];
  const source = { onWords: (_: Editor, words: SlashWords | null) => seen.push(words), onKey: () => false };
  const editor = openTestEditor(fragment, { slash: source });
  editor.commands.setTextSelection(editor.state.doc.content.size - 1);
  const type = (letters: string) => {
    for (const letter of letters) {
      const { from, to } = editor.state.selection;
      const isTaken = editor.view.someProp("handleTextInput", (take) =>
        take(editor.view, from, to, letter, () => editor.state.tr.insertText(letter, from, to)),
      );
      if (!isTaken) editor.view.dispatch(editor.state.tr.insertText(letter, from, to));
    }
  };
  return { doc, editor, seen, type, last: () => seen.at(-1) ?? null };
}

test("a / at the beginning of a word asks with what is typed behind it, and all of it is text", () => {
  const { doc, type, last } = open("Seen ");
  type("/lim");
  expect(last()).toMatchObject({ words: "lim" });
  expect(sectionText(doc, "summary")).toBe("Seen /lim");
});

test.for([
  ["within a word", "and", "/or"],
  ["before a space", "Seen ", "/ "],
  ["of a date", "12", "/11"],
  ["twice", "See ", "/a/b"],
] as const)("a / %s asks for nothing", ([, text, typed]) => {
  const { type, last } = open(text);
  type(typed);
  expect(last()).toBeNull();
});

test("it ends where the caret leaves the words or somebody ends it, and does not begin again by itself", () => {
  const { editor, type, last } = open("Seen ");
  type("/a");
  editor.commands.setTextSelection(1);
  expect(last()).toBeNull();
  editor.commands.setTextSelection(8);
  expect(last()).toBeNull();
  type(" /b");
  expect(last()).toMatchObject({ words: "b" });
  endSlash(editor.view);
  type("c");
  expect(last()).toBeNull();
});

test("what somebody else writes before it leaves it open", () => {
  const { doc, editor, type, last } = open("Seen ");
  type("/li");
  writeBefore(doc);
  expect(last()).toMatchObject({ words: "li" });
  const now = last();
  expect(now && editor.state.doc.textBetween(now.from, now.to)).toBe("/li");
});

function writeBefore(doc: Doc): void {
  const first = doc.getXmlFragment("s.summary").get(0);
  const text = first instanceof XmlElement ? first.get(0) : undefined;
  if (!(text instanceof XmlText)) throw new Error("There is no text");
  doc.transact(() => text.insert(0, "Others: "), "remote");
}
