import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { PersonColour } from "../design/person-colour.ts";

/** A stretch of the text that something outside the text speaks of: a thread's quote, a suggestion's old words. */
export interface Mark {
  readonly id: string;
  /** ProseMirror positions in this editor's document. */
  readonly from: number;
  readonly to: number;
  readonly look: "thread" | "suggestion" | "evidence" | "draft";
  /** Its author's, in this case. */
  readonly colour: PersonColour;
  /** The words that a suggestion puts in, shown behind the old ones. */
  readonly replacement?: string;
  readonly open: boolean;
}

/** Where the marks come from: the places are found again from anchors whenever the text or the threads change. */
export interface MarkSource {
  readonly place: () => readonly Mark[];
  /** An element that stands behind the block of the top level in which `behind` lies: a thread that is open in place. */
  readonly panel?: () => { readonly behind: number; readonly element: HTMLElement } | undefined;
  readonly subscribe: (changed: () => void) => () => void;
}

const marksKey = new PluginKey<DecorationSet>("marks");

/**
 * Marks of other documents, drawn over this one. Local typing moves them along; a remote change replaces the whole
 * ProseMirror document, so they are placed anew before the next painting, as after any change.
 */
export const Marks = Extension.create<{ source: MarkSource | null }>({
  name: "marks",
  addOptions: () => ({ source: null }),
  addProseMirrorPlugins() {
    const { source } = this.options;
    return source ? [marksPlugin(source)] : [];
  },
});

function marksPlugin(source: MarkSource): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: marksKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, current) => {
        const placed: unknown = transaction.getMeta(marksKey);
        if (placed instanceof DecorationSet) return placed;
        if (!transaction.docChanged || isRemote(transaction.getMeta(ySyncPluginKey))) return current;
        return current.map(transaction.mapping, transaction.doc);
      },
    },
    props: { decorations: (state) => marksKey.getState(state) },
    view: (view) => followMarks(view, source),
  });
}

const isRemote = (meta: unknown): boolean =>
  typeof meta === "object" && meta !== null && "isChangeOrigin" in meta && meta.isChangeOrigin === true;

function followMarks(view: EditorView, source: MarkSource) {
  let frame = 0;
  const place = () => {
    frame = 0;
    if (view.isDestroyed) return;
    const placed = draw(view.state, source);
    view.dispatch(view.state.tr.setMeta(marksKey, placed).setMeta("addToHistory", false));
  };
  const later = () => {
    frame ||= requestAnimationFrame(place);
  };
  const stop = source.subscribe(later);
  later();
  return {
    update: (now: EditorView, before: EditorState) => {
      if (before.doc !== now.state.doc) later();
    },
    destroy: () => {
      cancelAnimationFrame(frame);
      stop();
    },
  };
}

function draw(state: EditorState, source: MarkSource): DecorationSet {
  const { size } = state.doc.content;
  const inside = source.place().filter(({ from, to }) => from < to && to <= size);
  const panel = source.panel?.();
  const behind = panel && panel.behind <= size ? [panelBehind(state, panel)] : [];
  return DecorationSet.create(state.doc, [...inside.flatMap(decorationsOf), ...behind]);
}

/** It is not part of the text: what happens in it is not the editor's business. */
const panelBehind = (
  state: EditorState,
  { behind, element }: { readonly behind: number; readonly element: HTMLElement },
): Decoration =>
  Decoration.widget(state.doc.resolve(behind).after(1), element, {
    side: 1,
    key: "panel",
    stopEvent: () => true,
    ignoreSelection: true,
  });

function decorationsOf({ id, from, to, look, colour, replacement, open }: Mark): Decoration[] {
  const attributes = {
    class: `mark mark-${look}${open ? " mark-open" : ""}`,
    "data-mark": id,
    "data-person": colour,
  };
  const words = Decoration.inline(from, to, attributes);
  if (replacement === undefined) return [words];
  const written = () => {
    const element = document.createElement("ins");
    element.className = "mark mark-replacement";
    element.dataset["mark"] = id;
    element.dataset["person"] = colour;
    element.textContent = replacement;
    return element;
  };
  return [words, Decoration.widget(to, written, { side: 1, key: `${id}:${replacement}` })];
}

/** The mark under an element of the editor, if there is one. */
export const markOf = (element: Element): string | undefined =>
  element.closest<HTMLElement>("[data-mark]")?.dataset["mark"];
