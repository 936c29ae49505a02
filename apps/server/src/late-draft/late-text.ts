import * as Y from "yjs";
import { createUnseen, type Unseen } from "./unseen-ranges.ts";

/** What somebody wrote in one section: `s.summary`, `items`; an empty root where its place is not known. */
export interface LateText {
  readonly root: string;
  readonly text: string;
}

/**
 * The words that updates add to a document, by section: their author's own, to be copied. They were kept without a gap check
 * and without the vocabulary, so what they stand on may be missing, and nothing of them is trusted. Whoever was asked twice
 * has answered twice: words of the same ids are the same words.
 */
export function lateText(content: Y.Doc, updates: readonly Uint8Array[]): readonly LateText[] {
  const unseen = createUnseen(Y.decodeStateVector(Y.encodeStateVector(content)));
  const added = updates.flatMap((update) => addedBy(unseen, update));
  for (const update of updates) applyOrLeave(content, update);
  const texts = new Map<string, string>();
  let before: Y.AbstractType<unknown> | undefined;
  for (const { text, place } of added.flatMap((words) => placed(content, words))) {
    const known = texts.get(place?.root ?? "") ?? "";
    // A new block is a new line; a keystroke is not.
    const line = known !== "" && place?.parent !== before ? "\n" : "";
    texts.set(place?.root ?? "", known + line + text);
    before = place?.parent;
  }
  return [...texts].map(([root, text]) => ({ root, text: text.trim() })).filter(({ text }) => text !== "");
}

interface Words {
  readonly client: number;
  /** Of the first UTF-16 unit. */
  readonly clock: number;
  readonly text: string;
}

const addedBy = (unseen: Unseen, update: Uint8Array): Words[] =>
  Y.decodeUpdate(update).structs.flatMap((struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [];
    const { client, clock } = struct.id;
    const { str } = struct.content;
    return unseen(client, { clock, end: clock + struct.length }).map((range) => ({
      client,
      clock: range.clock,
      text: str.slice(range.clock - clock, range.end - clock),
    }));
  });

interface PlacedWords {
  readonly text: string;
  /** Undefined: what they stand on is not here. */
  readonly place: TextPlace | undefined;
}

/** Piece by piece, because some of them may have been deleted since. */
function placed(content: Y.Doc, { client, clock, text }: Words): PlacedWords[] {
  const pieces: PlacedWords[] = [];
  for (let at = 0; at < text.length;) {
    if (clock + at >= Y.getState(content.store, client))
      return [...pieces, { text: text.slice(at), place: undefined }];
    const item = Y.getItem(content.store, Y.createID(client, clock + at));
    const end = item.id.clock + item.length - clock;
    if (item instanceof Y.Item && !item.deleted)
      pieces.push({ text: text.slice(at, end), place: placeOf(item) });
    at = end;
  }
  return pieces;
}

function applyOrLeave(content: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(content, update);
  } catch {
    // Its words are shown without their place.
  }
}

interface TextPlace {
  readonly root: string;
  readonly parent: Y.AbstractType<unknown>;
}

function placeOf({ parent }: Y.Item): TextPlace | undefined {
  if (!(parent instanceof Y.AbstractType)) return undefined;
  let root: Y.AbstractType<unknown> = parent;
  while (root._item?.parent instanceof Y.AbstractType) root = root._item.parent;
  return { root: Y.findRootTypeKey(root), parent };
}
