import { placeholder } from "@consilium/clinical";
import { markdownToRichText } from "@consilium/workspace";
import type { Editor } from "@tiptap/core";
import type { UndoManager } from "yjs";
import { goToPlaceholder } from "../editor/placeholders.ts";

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Puts light Markdown in the place of what was typed, as one step of undo, and chooses the first place to be filled in. */
export function insertText(
  editor: Editor,
  { from, to }: Range,
  markdown: string,
  undo: UndoManager | undefined,
): void {
  const { content } = markdownToRichText(markdown, () => "");
  const [only, ...more] = content;
  // One paragraph goes into the line that is being written.
  const isLine = more.length === 0 && only?.type === "paragraph" && "content" in only;
  undo?.stopCapturing();
  editor
    .chain()
    .focus()
    .insertContentAt({ from, to }, JSON.parse(JSON.stringify(isLine ? only.content : content)))
    .run();
  undo?.stopCapturing();
  if (markdown.includes(placeholder)) goToPlaceholder(editor, Math.max(0, from - 1));
}
