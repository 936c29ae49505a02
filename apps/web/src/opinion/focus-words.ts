import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";

/** Chooses words in a text, the first place where they stand; without them, or where they are gone, the cursor goes to its start. */
export function focusWords(editor: Editor, words: string | undefined): void {
  const place = words === undefined ? undefined : placeOfWords(editor.state.doc, words);
  if (!place) {
    editor.commands.focus("start");
    return;
  }
  // Focus first: with it the browser sets a caret of its own, which the editor takes over.
  editor.view.focus();
  editor.chain().setTextSelection(place).scrollIntoView().run();
}

/** ProseMirror positions. Words over several blocks are not found. */
export function placeOfWords(text: Node, words: string): { from: number; to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  text.descendants((block, at) => {
    if (found || !block.isTextblock) return !found;
    // Each leaf counts as one letter, as it does among positions.
    const offset = block.textBetween(0, block.content.size, undefined, "\ufffc").indexOf(words);
    if (offset >= 0) found = { from: at + 1 + offset, to: at + 1 + offset + words.length };
    return false;
  });
  return found;
}
