import { writeFragment } from "@consilium/workspace";
import { Editor } from "@tiptap/core";
import { onTestFinished } from "vitest";
import type { XmlFragment } from "yjs";
import { editorExtensions, type EditorParts } from "./extensions.ts";

/** An editor of a fragment as the page has it, off the page, until the test ends. `lacks`: what an older one did not have. */
export function openTestEditor(
  fragment: XmlFragment,
  parts: Partial<EditorParts> = {},
  lacks: readonly string[] = [],
): Editor {
  const extensions = editorExtensions({
    fragment,
    colourOf: () => "slate",
    evidenceLabel: () => "",
    openEvidence: () => {},
    onKeys: {},
    ...parts,
  });
  const editor = new Editor({
    element: document.createElement("div"),
    content: { type: "doc", content: [{ type: "paragraph" }] },
    extensions: extensions.filter(({ name }) => !lacks.includes(name)),
  });
  onTestFinished(() => editor.destroy());
  return editor;
}

export const writeParagraphs = (fragment: XmlFragment, ...texts: readonly string[]): void =>
  writeFragment(fragment, {
    type: "doc",
    content: texts.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  });
