import { Extension } from "@tiptap/core";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/** What an EditorView has, and its types leave out. */
interface ObservingView extends EditorView {
  readonly domObserver: {
    /** Takes them from the browser: only a flush hands them to the editor. */
    readonly pendingRecords: () => readonly MutationRecord[];
    readonly flush: () => void;
    readonly flushSoon: () => void;
  };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Every view has one.
const observerOf = (view: EditorView): ObservingView["domObserver"] => (view as ObservingView).domObserver;

/**
 * A caret set by a key or a click is in the page at once, and told to the editor in a later task. Whatever changes the editor
 * between the two, others' text or others' carets, would put it back to where it was: the editor looks at the page first. Not
 * at letters that it has not read yet: within a transaction of others they would become part of it, and be sent to nobody.
 */
export function readCaretOnly(view: EditorView): void {
  if (view.isDestroyed || view.composing) return;
  const observer = observerOf(view);
  if (observer.pendingRecords().every(({ type }) => type === "attributes")) observer.flush();
  else observer.flushSoon();
}

/** The same before transactions that change no text: others' carets, marks. They are made again for what was found. */
export const CaretFirst = Extension.create({
  name: "caretFirst",
  addProseMirrorPlugins: () => [new Plugin({ view: lookBeforeDispatch })],
});

function lookBeforeDispatch(view: EditorView): { readonly destroy: () => void } {
  const { dispatch } = view;
  let isReading = false;
  view.dispatch = (transaction: Transaction) => {
    const isOfTheCaret = transaction.docChanged || transaction.selectionSet;
    if (isOfTheCaret || isReading) return dispatch(transaction);
    const before = view.state;
    isReading = true;
    try {
      readCaretOnly(view);
    } finally {
      isReading = false;
    }
    return dispatch(view.state === before ? transaction : madeAgain(view, transaction));
  };
  return { destroy: () => (view.dispatch = dispatch) };
}

/** Of a transaction that changes neither text nor selection: what it says to plugins, and the marks of the next letter. */
function madeAgain(view: EditorView, transaction: Transaction): Transaction {
  const fresh = view.state.tr;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- It has its meta, and no list of the keys.
  const { meta } = transaction as unknown as { readonly meta: Readonly<Record<string, unknown>> };
  for (const [key, value] of Object.entries(meta)) fresh.setMeta(key, value);
  if (transaction.storedMarksSet) fresh.setStoredMarks(transaction.storedMarks);
  return transaction.scrolledIntoView ? fresh.scrollIntoView() : fresh;
}
