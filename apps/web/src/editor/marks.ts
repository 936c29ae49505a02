import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { PersonColour } from "../design/person-colour.ts";
import { isSameMarks, mapMarks } from "./moved-marks.ts";

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

/** An element that stands behind the block of the top level in which `behind` lies: a thread that is open in place. */
export interface MarkPanel {
  readonly behind: number;
  readonly element: HTMLElement;
}

/** Where the marks come from: the places are found again from anchors. */
export interface MarkSource {
  readonly place: () => readonly Mark[];
  readonly panel?: () => MarkPanel | undefined;
  readonly subscribe: (changed: () => void) => () => void;
}

/** What is drawn, and whether the text has since changed in a way that the marks cannot follow by themselves. */
interface Drawn {
  readonly set: DecorationSet;
  readonly marks: readonly Mark[];
  readonly panel: MarkPanel | undefined;
  readonly isDoubtful: boolean;
}

const nothing: Drawn = { set: DecorationSet.empty, marks: [], panel: undefined, isDoubtful: false };

const marksKey = new PluginKey<Drawn>("marks");

/**
 * Marks of other documents, drawn over this one. Typing beside them moves them along, and nothing is drawn. Where a mark itself
 * was edited, and after a remote change, which replaces the whole ProseMirror document, they are placed anew before the next
 * painting.
 */
export const Marks = Extension.create<{ source: MarkSource | null }>({
  name: "marks",
  addOptions: () => ({ source: null }),
  addProseMirrorPlugins() {
    const { source } = this.options;
    return source ? [marksPlugin(source)] : [];
  },
});

function marksPlugin(source: MarkSource): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key: marksKey,
    state: { init: () => nothing, apply: follow },
    props: { decorations: (state) => marksKey.getState(state)?.set },
    view: (view) => followMarks(view, source),
  });
}

function follow(transaction: Transaction, drawn: Drawn): Drawn {
  const placed: Drawn | undefined = transaction.getMeta(marksKey);
  if (placed) return placed;
  if (!transaction.docChanged) return drawn;
  if (isRemote(transaction.getMeta(ySyncPluginKey))) return { ...drawn, isDoubtful: true };
  const { mapping, doc } = transaction;
  const { marks, isTouched } = mapMarks(drawn.marks, mapping);
  const panel = drawn.panel && { ...drawn.panel, behind: mapping.map(drawn.panel.behind, -1) };
  return { set: drawn.set.map(mapping, doc), marks, panel, isDoubtful: drawn.isDoubtful || isTouched };
}

const isRemote = (meta: unknown): boolean =>
  typeof meta === "object" && meta !== null && "isChangeOrigin" in meta && meta.isChangeOrigin === true;

function followMarks(view: EditorView, source: MarkSource) {
  let frame = 0;
  const place = () => {
    frame = 0;
    if (view.isDestroyed) return;
    const placed = placedIn(view.state, source);
    const drawn = marksKey.getState(view.state) ?? nothing;
    if (!drawn.isDoubtful && isSameDrawing(placed, drawn)) return;
    const set = draw(view.state, placed);
    const meta: Drawn = { ...placed, set, isDoubtful: false };
    view.dispatch(view.state.tr.setMeta(marksKey, meta).setMeta("addToHistory", false));
  };
  const later = () => {
    frame ||= requestAnimationFrame(place);
  };
  const stop = source.subscribe(later);
  later();
  return {
    update: (now: EditorView) => {
      if (marksKey.getState(now.state)?.isDoubtful) later();
    },
    destroy: () => {
      cancelAnimationFrame(frame);
      stop();
    },
  };
}

type Placed = Pick<Drawn, "marks" | "panel">;

function placedIn(state: EditorState, source: MarkSource): Placed {
  const { size } = state.doc.content;
  const panel = source.panel?.();
  return {
    marks: source.place().filter(({ from, to }) => from < to && to <= size),
    panel: panel && panel.behind <= size ? panel : undefined,
  };
}

const isSameDrawing = (one: Placed, other: Placed): boolean =>
  isSameMarks(one.marks, other.marks) &&
  one.panel?.behind === other.panel?.behind &&
  one.panel?.element === other.panel?.element;

const draw = (state: EditorState, { marks, panel }: Placed): DecorationSet =>
  DecorationSet.create(state.doc, [
    ...marks.flatMap(decorationsOf),
    ...(panel ? [panelBehind(state, panel)] : []),
  ]);

/** It is not part of the text: what happens in it is not the editor's business. */
const panelBehind = (state: EditorState, { behind, element }: MarkPanel): Decoration =>
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
  // An element of its own each: over the same words ProseMirror would join their attributes, and the last one alone was left.
  const words = Decoration.inline(from, to, { nodeName: "span", ...attributes });
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
