import * as Y from "yjs";

/** What somebody wrote in one section: `s.summary`, `items`; an empty root where its place is not known. */
export interface LateText {
  readonly root: string;
  readonly text: string;
}

/**
 * The words that updates add to a document, by section: their author's own, to be copied. They were kept without a gap check
 * and without the vocabulary, so what they stand on may be missing, and nothing of them is trusted.
 */
export function lateText(content: Y.Doc, updates: readonly Uint8Array[]): readonly LateText[] {
  const added = updates.flatMap((update) => addedBy(content, update));
  for (const update of updates) applyOrLeave(content, update);
  const texts = new Map<string, string>();
  let before: Y.AbstractType<unknown> | undefined;
  for (const item of added) {
    const place = placeOf(content, item);
    if (place === "deleted") continue;
    const known = texts.get(place?.root ?? "") ?? "";
    // A new block is a new line; a keystroke is not.
    const line = known !== "" && place?.parent !== before ? "\n" : "";
    texts.set(place?.root ?? "", known + line + wordsOf(item));
    before = place?.parent;
  }
  return [...texts].map(([root, text]) => ({ root, text: text.trim() })).filter(({ text }) => text !== "");
}

/** Text only, and only what the document does not hold. */
const addedBy = (content: Y.Doc, update: Uint8Array): Y.Item[] =>
  Y.decodeUpdate(update)
    .structs.filter((struct) => struct instanceof Y.Item)
    .filter(({ content: held, id, length }) => {
      const isNew = id.clock + length > Y.getState(content.store, id.client);
      return held instanceof Y.ContentString && isNew;
    });

const wordsOf = ({ content }: Y.Item): string => (content instanceof Y.ContentString ? content.str : "");

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

/** Undefined: what it stands on is not here. */
function placeOf(content: Y.Doc, { id }: Y.Item): TextPlace | "deleted" | undefined {
  if (id.clock >= Y.getState(content.store, id.client)) return undefined;
  const item = Y.getItem(content.store, id);
  if (!(item instanceof Y.Item)) return "deleted";
  if (item.deleted) return "deleted";
  const { parent } = item;
  if (!(parent instanceof Y.AbstractType)) return undefined;
  let root: Y.AbstractType<unknown> = parent;
  while (root._item?.parent instanceof Y.AbstractType) root = root._item.parent;
  return { root: Y.findRootTypeKey(root), parent };
}
