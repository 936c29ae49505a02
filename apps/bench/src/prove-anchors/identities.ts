import type { HeadlessEditor } from "@consilium/workspace/testing";

type Transaction = Parameters<Parameters<HeadlessEditor["apply"]>[0]>[0];
type EditorDocument = Transaction["doc"];

/** Gives each letter that is ever written a number of its own. */
export interface Births {
  readonly next: () => number;
  /** The letter that a copied letter was copied from. */
  readonly origins: Map<number, number>;
}

export function createBirths(): Births {
  let last = 0;
  return { next: () => (last += 1), origins: new Map() };
}

/**
 * Which letter stands at which position of one editor: the truth that anchors are judged by. It follows ProseMirror's own step
 * maps and never looks at Yjs, at quotes or at anchors.
 */
export interface Identities {
  /** By ProseMirror position; undefined where no letter stands. */
  readonly at: () => readonly (number | undefined)[];
  readonly follow: (transaction: Transaction) => void;
  /** The letters in [from, to) are these, in order: what was cut came back. */
  readonly cameBack: (from: number, to: number, letters: readonly number[]) => void;
  readonly isCopy: (from: number, to: number, letters: readonly number[]) => void;
  readonly lettersIn: (from: number, to: number) => number[];
  /** Something was written here since the last merge. */
  readonly canUndo: () => boolean;
  /** The other author's edits have come: these letters stand here now. */
  readonly merged: (now: EditorDocument, standing: readonly (number | undefined)[]) => void;
  /** The last transaction is undone. */
  readonly undo: (document: EditorDocument) => void;
}

export function createIdentities(document: EditorDocument, births: Births): Identities {
  let letters = fillIn([], document, births);
  const past: { readonly letters: readonly (number | undefined)[]; readonly text: string }[] = [];
  let text = textOf(document);
  const lettersIn = (from: number, to: number) =>
    letters.slice(from, to).filter((letter) => letter !== undefined);
  return {
    at: () => letters,
    follow: (transaction) => {
      past.push({ letters, text });
      letters = fillIn(moved(letters, transaction), transaction.doc, births);
      text = textOf(transaction.doc);
    },
    cameBack: (from, to, came) => {
      const places = positionsIn(letters, from, to);
      if (places.length !== came.length) throw new Error("What was pasted is not what was cut");
      letters = letters.slice();
      for (const [nth, position] of places.entries()) letters[position] = came[nth];
    },
    isCopy: (from, to, originals) => {
      for (const [nth, position] of positionsIn(letters, from, to).entries()) {
        const [copy, original] = [letters[position], originals[nth]];
        if (copy !== undefined && original !== undefined) births.origins.set(copy, original);
      }
    },
    lettersIn,
    canUndo: () => past.length > 0,
    merged: (now, standing) => {
      past.length = 0;
      letters = standing.slice();
      text = textOf(now);
    },
    undo: (restored) => {
      const before = past.pop();
      text = textOf(restored);
      if (before?.text !== text) throw new Error("Undo did not bring back the text before");
      letters = before.letters.slice();
    },
  };
}

const positionsIn = (letters: readonly (number | undefined)[], from: number, to: number) =>
  letters.flatMap((letter, position) =>
    letter !== undefined && position >= from && position < to ? [position] : [],
  );

function moved(letters: readonly (number | undefined)[], { mapping }: Transaction) {
  const after: (number | undefined)[] = [];
  for (const [position, letter] of letters.entries()) {
    if (letter === undefined) continue;
    const { pos, deletedAfter } = mapping.mapResult(position, 1);
    if (!deletedAfter) after[pos] = letter;
  }
  return after;
}

const textOf = (document: EditorDocument): string => document.textBetween(0, document.content.size, "\n");

/** New numbers for the letters that have none; places without a letter stay empty. */
function fillIn(known: readonly (number | undefined)[], document: EditorDocument, births: Births) {
  const letters: (number | undefined)[] = Array.from({ length: document.content.size });
  document.descendants((node, position) => {
    if (!node.isText) return;
    for (let at = position; at < position + node.nodeSize; at += 1) letters[at] = known[at] ?? births.next();
  });
  return letters;
}
