import {
  chainCommands,
  createParagraphNear,
  joinBackward,
  joinForward,
  liftEmptyBlock,
  setBlockType,
  splitBlock,
  toggleMark,
  wrapIn,
} from "@tiptap/pm/commands";
import { type Node, Schema } from "@tiptap/pm/model";
import { liftListItem, splitListItem, wrapInList } from "@tiptap/pm/schema-list";
import { type Command, EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";

/** The vocabulary as the app's editor knows it. */
export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { group: "block", content: "inline*" },
    heading: { group: "block", content: "inline*", attrs: { level: { default: 2 } } },
    bulletList: { group: "block", content: "listItem+" },
    orderedList: { group: "block", content: "listItem+", attrs: { start: { default: 1 } } },
    listItem: { content: "paragraph block*", defining: true },
    blockquote: { group: "block", content: "block+", defining: true },
    table: { group: "block", content: "tableRow+", isolating: true },
    tableRow: { content: "(tableCell | tableHeader)*" },
    tableCell: { content: "block+", isolating: true },
    tableHeader: { content: "block+", isolating: true },
    hardBreak: { group: "inline", inline: true },
    evidence: { group: "inline", inline: true, atom: true, attrs: { id: {} } },
    text: { group: "inline" },
  },
  marks: { bold: {}, italic: {}, link: { attrs: { href: {} }, inclusive: false } },
});

/** An editor of one rich text without a screen: real ProseMirror transactions, written as y-tiptap writes them. */
export interface HeadlessEditor {
  readonly fragment: Y.XmlFragment;
  readonly state: () => EditorState;
  /** True when the command did something. */
  readonly run: (command: Command) => boolean;
  readonly apply: (edit: (transaction: Transaction) => Transaction) => void;
  readonly select: (from: number, to?: number) => void;
  readonly undo: () => boolean;
  /** As after a remote change: the whole document is read again. */
  readonly reload: () => void;
}

export interface EditorListener {
  readonly onTransaction?: (transaction: Transaction) => void;
}

export function openEditor(fragment: Y.XmlFragment, { onTransaction }: EditorListener = {}): HeadlessEditor {
  const { doc: ydoc } = fragment;
  if (!ydoc) throw new Error("The fragment lies in no document");
  const undoManager = new Y.UndoManager(fragment, {
    trackedOrigins: new Set([ySyncPluginKey]),
    captureTimeout: 0,
  });
  let bound = initProseMirrorDoc(fragment, schema);
  let state = EditorState.create({ doc: bound.doc });
  const dispatch = (transaction: Transaction) => {
    state = state.apply(transaction);
    if (!transaction.docChanged) return;
    onTransaction?.(transaction);
    ydoc.transact(() => updateYFragment(ydoc, fragment, state.doc, bound.meta), ySyncPluginKey);
  };
  const reload = () => {
    bound = initProseMirrorDoc(fragment, schema);
    state = EditorState.create({ doc: bound.doc });
  };
  return {
    fragment,
    state: () => state,
    run: (command) => command(state, dispatch),
    apply: (edit) => dispatch(edit(state.tr)),
    select: (from, to = from) => {
      state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
    },
    undo: () => {
      const isUndone = undoManager.undo() !== null;
      if (isUndone) reload();
      return isUndone;
    },
    reload,
  };
}

const type = (name: string) => {
  const found = schema.nodes[name];
  if (!found) throw new Error(`No node ${name}`);
  return found;
};
const mark = (name: string) => {
  const found = schema.marks[name];
  if (!found) throw new Error(`No mark ${name}`);
  return found;
};

/** What the keys and buttons of the app do. */
export const commands = {
  enter: chainCommands(splitListItem(type("listItem")), createParagraphNear, liftEmptyBlock, splitBlock),
  backspaceAtStart: joinBackward,
  deleteAtEnd: joinForward,
  toHeading: setBlockType(type("heading"), { level: 2 }),
  toParagraph: setBlockType(type("paragraph")),
  toBulletList: wrapInList(type("bulletList")),
  toOrderedList: wrapInList(type("orderedList")),
  toQuote: wrapIn(type("blockquote")),
  outOfList: liftListItem(type("listItem")),
  bold: toggleMark(mark("bold")),
  italic: toggleMark(mark("italic")),
} as const;

/** ProseMirror's JSON of one paragraph (or another block) of text. */
export const block = (text: string, name = "paragraph") =>
  type(name).create(null, text === "" ? [] : [schema.text(text)]);

export function writeBlocks(fragment: Y.XmlFragment, blocks: readonly Node[]): void {
  const doc = fragment.doc;
  if (!doc) throw new Error("The fragment lies in no document");
  const { meta } = initProseMirrorDoc(fragment, schema);
  doc.transact(() => updateYFragment(doc, fragment, type("doc").create(null, blocks), meta));
}
