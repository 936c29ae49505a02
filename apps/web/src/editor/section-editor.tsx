import "./editor.css";
import type { Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useEffect } from "react";
import { type EditorParts, editorExtensions } from "./extensions.ts";
import { markOf } from "./marks.ts";
import { longestPaste, pasteInParts } from "./paste.ts";

/** Tiptap's own default is the empty string, which it parses as HTML. What Yjs holds replaces this at once. */
const emptyDocument = { type: "doc", content: [{ type: "paragraph" }] };

export interface SectionEditorProps extends EditorParts {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly editable: boolean;
  readonly placeholder?: string;
  readonly onFocus?: () => void;
  /** A mark was pressed: a thread's quote. */
  readonly onMark?: (id: string) => void;
  readonly onSelection?: (editor: Editor) => void;
  readonly onReady?: (editor: Editor) => (() => void) | undefined;
  /** SY-31: more text than a document takes at once. `characters` long. */
  readonly onTooLong?: (characters: number) => void;
}

/** One section of a document. Its content comes from Yjs only: HTML strings are refused by Trusted Types. */
export function SectionEditor(props: SectionEditorProps) {
  const { label, editable, fragment, awareness, undo } = props;
  const editor = useEditor(
    {
      content: emptyDocument,
      editable,
      injectCSS: false, // A `<style>` without a nonce; editor.css has it.
      extensions: editorExtensions(props),
      onFocus: () => {
        undo?.stopCapturing(); // Else edits in two sections within half a second are one step.
        props.onFocus?.();
      },
      onSelectionUpdate: ({ editor: current }) => props.onSelection?.(current),
      editorProps: {
        attributes: {
          "aria-label": label,
          role: "textbox",
          "aria-multiline": "true",
          ...(!editable && { "aria-readonly": "true", tabindex: "0" }),
          ...(props.placeholder && { "data-placeholder": props.placeholder }),
          class: "section-text",
        },
        handlePaste: (view: EditorView, _event: ClipboardEvent, slice: Slice) =>
          paste(view, slice, props.onTooLong),
        handleClick: (_view: EditorView, _at: number, event: MouseEvent) => {
          const id = event.target instanceof Element ? markOf(event.target) : undefined;
          if (id) props.onMark?.(id);
          return false;
        },
      },
    },
    [fragment, awareness, undo],
  );
  useEffect(() => editor.setEditable(editable, false), [editor, editable]);
  const { onReady } = props;
  useEffect(() => onReady?.(editor), [editor, onReady]);
  return <EditorContent editor={editor} />;
}

function paste(view: EditorView, slice: Slice, tooLong: SectionEditorProps["onTooLong"]): boolean {
  if (slice.size > longestPaste) {
    tooLong?.(slice.size);
    return true;
  }
  return pasteInParts(view, slice, () => {});
}
