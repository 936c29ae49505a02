import type { Editor, TiptapEditorHTMLElement } from "@tiptap/core";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { XmlFragment } from "yjs";

/** The editor of an element of the page: Tiptap leaves it there for such questions. */
export function editorOf(element: Element | null): Editor | undefined {
  const text = element?.closest<TiptapEditorHTMLElement>(".section-text");
  const editor = text?.editor;
  return editor && !editor.isDestroyed ? editor : undefined;
}

/** The editor on the page that is bound to a rich text. */
export function editorBoundTo(fragment: XmlFragment): Editor | undefined {
  for (const element of document.querySelectorAll(".section-text")) {
    const editor = editorOf(element);
    if (editor && fragmentOf(editor) === fragment) return editor;
  }
  return undefined;
}

export function fragmentOf(editor: Editor): unknown {
  const state: unknown = ySyncPluginKey.getState(editor.state);
  return typeof state === "object" && state !== null && "type" in state ? state.type : undefined;
}
