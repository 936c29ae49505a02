import { createUlid, secureRandom, systemClock } from "@consilium/foundation";
import { type Evidence, setEvidence } from "@consilium/workspace";
import type { Editor } from "@tiptap/core";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { useCallback, useEffect, useRef } from "react";
import type { Doc } from "yjs";
import { editorOf } from "../thread/editor-at.ts";

/** The link and what it points to, in one transaction: nobody sees a link without its place. */
export function insertEvidence(editor: Editor, doc: Doc, evidence: Evidence): void {
  if (editor.isDestroyed) return;
  const id = createUlid(systemClock().getTime(), secureRandom);
  doc.transact(() => {
    setEvidence(doc, id, evidence);
    const space = { type: "text", text: " " }; // A string would be parsed as HTML, which Trusted Types refuse.
    const link = { type: "evidence", attrs: { id } };
    editor
      .chain()
      .insertContent(isBehindWord(editor) ? [space, link, space] : [link, space])
      .focus()
      .run();
  }, ySyncPluginKey);
}

/** The link would stand at the word before it. */
function isBehindWord({ state: { doc, selection } }: Editor): boolean {
  const { from, $from } = selection;
  return $from.parentOffset > 0 && /[^\s([{“„«"']$/u.test(doc.textBetween(from - 1, from, "\n", "x"));
}

/** The text that had the cursor last, also while a record has the focus. */
export function useLastEditor(): () => Editor | undefined {
  const last = useRef<Editor>(undefined);
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      const editor = target instanceof Element ? editorOf(target) : undefined;
      if (editor?.isEditable) last.current = editor;
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, []);
  return useCallback(() => (last.current?.isDestroyed ? undefined : last.current), []);
}
