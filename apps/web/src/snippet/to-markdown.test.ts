import { markdownToRichText, writeFragment } from "@consilium/workspace";
import { expect, test } from "vitest";
import { Doc } from "yjs";
import { openTestEditor } from "../editor/testing-editor.ts";
import { toMarkdown } from "./to-markdown.ts";

function openWith(markdown: string) {
  const fragment = new Doc().getXmlFragment("s.summary");
  writeFragment(
    fragment,
    markdownToRichText(markdown, () => "01KDVDNA00C4XGHYWM6EBF33TC"),
  );
  return openTestEditor(fragment);
}

test.for([
  "One line.",
  "First.\n\nSecond.",
  "## Images\n\n### Level\n\nText with **bold** and *italic* words: […]",
  "- one\n- two: […]",
  "1. first\n2. second",
])("%s comes back as it was", (markdown) => {
  expect(toMarkdown(openWith(markdown).state.doc.content)).toBe(markdown);
});

test("a link to a record is not kept with the words around it", () => {
  const editor = openWith("Seen [[evidence:r#place:p|CT of Marisol]] twice.");
  expect(toMarkdown(editor.state.doc.content)).toBe("Seen  twice.");
});

test("the cells of a table are lines", () => {
  const editor = openWith("");
  editor.commands.insertTable({ rows: 2, cols: 2, withHeaderRow: true });
  editor.commands.insertContent("Option");
  expect(toMarkdown(editor.state.doc.content)).toContain("Option");
});

test("a part that is chosen within a paragraph is its words", () => {
  const editor = openWith("Nobody examined the patient.");
  editor.commands.setTextSelection({ from: 1, to: 7 });
  expect(toMarkdown(editor.state.selection.content().content)).toBe("Nobody");
});
