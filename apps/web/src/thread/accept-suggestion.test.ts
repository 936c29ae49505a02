import { indexDocument, makeAnchor, type TextPlace, writeFragment } from "@consilium/workspace";
import { Editor } from "@tiptap/core";
import { expect, onTestFinished, test } from "vitest";
import { Doc } from "yjs";
import { editorExtensions } from "../editor/extensions.ts";
import { createSharedUndo, undoForEditor } from "../editor/shared-undo.ts";
import { acceptSuggestion } from "./accept-suggestion.ts";
import { threadWith } from "./testing-thread.ts";

const where: TextPlace = { section: "findings" };
const sentence = "The lesion measures 22 mm in its longest diameter today.";

function openText() {
  const doc = new Doc();
  const fragment = doc.getXmlFragment("s.findings");
  writeFragment(fragment, {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: sentence }] }],
  });
  const undo = createSharedUndo([fragment, doc.getMap("accepted")]);
  const editor = new Editor({
    element: document.createElement("div"),
    content: { type: "doc", content: [{ type: "paragraph" }] },
    extensions: editorExtensions({
      fragment,
      undo: undoForEditor(undo),
      colourOf: () => "slate",
      evidenceLabel: () => "",
      openEvidence: () => {},
      onKeys: {},
    }),
  });
  // An editor that goes on after its page is gone looks for the page.
  onTestFinished(() => editor.destroy());
  const index = indexDocument(doc);
  const start = sentence.indexOf("22 mm");
  const anchor = makeAnchor(index, where, start, start + 5);
  if (!anchor.ok) throw new Error(anchor.reason);
  const thread = threadWith({ kind: "suggestion", anchor: anchor.value, replacement: "21 mm" });
  let claims = 0;
  const options = {
    thread,
    words: "21 mm",
    agreed: undefined,
    index,
    undo,
    editorAt: () => editor,
    claim: async () => {
      claims += 1;
      return undefined;
    },
  };
  return { doc, editor, index, undo, options, claimed: () => claims, text: () => editor.getText() };
}

test("accepting puts the words in and books them in one update, and one step takes both back", async () => {
  const { doc, options, undo, text } = openText();
  let updates = 0;
  doc.on("update", () => (updates += 1));
  expect(await acceptSuggestion(options)).toEqual({ end: "accepted" });
  expect(text()).toBe(sentence.replace("22 mm", "21 mm"));
  expect(doc.getMap("accepted").get(options.thread.id)).toBe(true);
  expect(updates).toBe(1);
  undo.undo();
  expect(text()).toBe(sentence);
  expect(doc.getMap("accepted").has(options.thread.id)).toBe(false);
});

test("when somebody else has the claim nothing is changed, and their sentence is shown", async () => {
  const { doc, options, text } = openText();
  const refused = { ...options, claim: async () => "Dr Wierzbicki accepts it at this moment." };
  expect(await acceptSuggestion(refused)).toEqual({
    end: "refused",
    sentence: "Dr Wierzbicki accepts it at this moment.",
  });
  expect(text()).toBe(sentence);
  expect(doc.getMap("accepted").size).toBe(0);
});

test("words that changed are shown before anything is claimed; agreed to, what stands there now is replaced", async () => {
  const { editor, options, claimed, text } = openText();
  const at = sentence.indexOf("2 mm") + 1;
  editor.commands.insertContentAt({ from: at, to: at + 1 }, "3");
  const asked = await acceptSuggestion(options);
  expect(asked).toMatchObject({ end: "ask", was: "22 mm" });
  expect(claimed()).toBe(0);
  if (asked.end !== "ask") return;
  expect(await acceptSuggestion({ ...options, agreed: asked.now })).toEqual({ end: "accepted" });
  expect(text()).toContain("measures 21 mm in its");
});

test("text that changes while the server answers is not overwritten", async () => {
  const { editor, options, text } = openText();
  const at = sentence.indexOf("2 mm") + 1;
  const claim = async () => {
    editor.commands.insertContentAt({ from: at, to: at + 1 }, "3");
    return undefined;
  };
  expect(await acceptSuggestion({ ...options, claim })).toMatchObject({ end: "ask" });
  expect(text()).not.toContain("21 mm");
});
