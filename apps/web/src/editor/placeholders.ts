import { placeholder } from "@consilium/clinical";
import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";

/** Chooses the next place to be filled in, from `after` on. False: there is none, and nothing changed. */
export function goToPlaceholder(editor: Editor, after = editor.state.selection.to): boolean {
  if (!editor.isEditable) return false;
  const { doc } = editor.state;
  let found: number | undefined;
  doc.nodesBetween(Math.min(after, doc.content.size), doc.content.size, (node, at) => {
    if (found !== undefined || !node.isText) return found === undefined;
    const within = (node.text ?? "").indexOf(placeholder, Math.max(0, after - at));
    if (within >= 0) found = at + within;
    return false;
  });
  if (found === undefined) return false;
  const chosen = TextSelection.create(doc, found, found + placeholder.length);
  editor.view.dispatch(editor.state.tr.setSelection(chosen).scrollIntoView());
  return true;
}
