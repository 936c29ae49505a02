import "./editor.css";
import { Editor, type EditorOptions } from "@tiptap/core";
import type { Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { memo, type RefObject, useEffect, useRef } from "react";
import { type EditorParts, editorExtensions } from "./extensions.ts";
import { keepCaretStill } from "./keep-caret-still.ts";
import { markOf } from "./marks.ts";
import { longestPaste, pasteInParts } from "./paste.ts";
import { undoForEditor } from "./shared-undo.ts";
import { withinVocabulary } from "./within-vocabulary.ts";

/** Tiptap's own default is the empty string, which it parses as HTML. What Yjs holds replaces this at once. */
const emptyDocument = { type: "doc", content: [{ type: "paragraph" }] };

export interface SectionEditorProps extends EditorParts {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly editable: boolean;
  readonly placeholder?: string | undefined;
  /** `line`: a field of an item, as small as its words. */
  readonly look?: "section" | "line";
  readonly onFocus?: (editor: Editor) => void;
  readonly onBlur?: (editor: Editor) => void;
  /** A mark was pressed: a thread's quote. */
  readonly onMark?: ((id: string) => void) | undefined;
  readonly onSelection?: (editor: Editor) => void;
  /** What it returns is called before this editor is replaced or ends. */
  readonly onReady?: ((editor: Editor) => (() => void) | undefined) | undefined;
  /** SY-31: more text than a document takes at once. `characters` long. */
  readonly onTooLong?: ((characters: number) => void) | undefined;
  /** SY-23: the document brought something unknown; ends the binding within the call. */
  readonly onUnbind?: (unbind: () => void) => () => void;
}

/**
 * One section of a document. Its content comes from Yjs only: HTML strings are refused by Trusted Types. Tiptap's own hook
 * for React applies every option again at each rendering; there are dozens of these, so the editor is made here, once for
 * each fragment.
 */
export const SectionEditor = memo(function SectionEditor(props: SectionEditorProps) {
  const { editable, fragment, awareness, undo, marks, placeholder } = props;
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const current = useRef<Editor>(undefined);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const place = element.current;
    if (!place) return undefined;
    // Built off the page, then put into it whole: each step of building an editor makes the browser lay out all that is on the page.
    const workshop = document.createElement("div");
    const editor = new Editor(optionsOf(workshop, latest));
    // Tiptap spreads the attributes of its options, which loses a function.
    editor.view.setProps({ attributes: () => attributesOf(latest.current) });
    place.append(editor.view.dom);
    current.current = editor;
    const { onReady, onUnbind } = latest.current;
    const stops = [
      onReady?.(editor),
      onUnbind?.(() => editor.destroy()),
      fragment.doc && keepCaretStill(editor.view, fragment.doc),
    ];
    return () => {
      for (const stop of stops) stop?.();
      current.current = undefined;
      editor.destroy();
    };
  }, [fragment, awareness, undo, marks]);
  useEffect(() => {
    if (current.current?.isEditable !== editable) current.current?.setEditable(editable, false);
  }, [editable]);
  useEffect(() => {
    current.current?.view.setProps({}); // Reads the attributes again.
  }, [placeholder]);
  return <div ref={element} />;
});

function optionsOf(element: HTMLElement, latest: RefObject<SectionEditorProps>): Partial<EditorOptions> {
  const { undo, editable, ...parts } = latest.current;
  return {
    element,
    content: emptyDocument,
    editable,
    injectCSS: false, // A `<style>` without a nonce; editor.css has it.
    extensions: editorExtensions({ ...parts, ...(undo && { undo: undoForEditor(undo) }) }),
    onFocus: ({ editor }) => {
      undo?.stopCapturing(); // Else edits in two sections within half a second are one step.
      latest.current.onFocus?.(editor);
    },
    onBlur: ({ editor }) => latest.current.onBlur?.(editor),
    onSelectionUpdate: ({ editor }) => latest.current.onSelection?.(editor),
    editorProps: {
      transformPasted: withinVocabulary,
      handlePaste: (view: EditorView, _event: ClipboardEvent, slice: Slice) =>
        paste(view, slice, latest.current.onTooLong),
      handleClick: (_view: EditorView, _at: number, event: MouseEvent) => {
        const id = event.target instanceof Element ? markOf(event.target) : undefined;
        if (id) latest.current.onMark?.(id);
        return false;
      },
    },
  };
}

const attributesOf = ({ label, editable, placeholder, look = "section" }: SectionEditorProps) => ({
  "aria-label": label,
  role: "textbox",
  "aria-multiline": "true",
  ...(!editable && { "aria-readonly": "true", tabindex: "0" }),
  ...(placeholder && { "data-placeholder": placeholder }),
  "data-look": look,
  class: "section-text",
});

function paste(view: EditorView, slice: Slice, tooLong: SectionEditorProps["onTooLong"]): boolean {
  if (slice.size > longestPaste) {
    tooLong?.(slice.size);
    return true;
  }
  return pasteInParts(view, slice, () => {});
}
