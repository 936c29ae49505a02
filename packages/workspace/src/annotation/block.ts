import * as Y from "yjs";
import type { LetterId } from "./anchor.ts";
import type { FragmentIndex } from "./fragment-index.ts";

/** The id of the block of the top level that holds an offset. */
export function blockAt({ blocks }: FragmentIndex, offset: number): LetterId | undefined {
  let last: unknown;
  for (const [block, start] of blocks) {
    if (start > offset) break;
    last = block;
  }
  const id = last instanceof Y.XmlElement ? last._item?.id : undefined;
  return id && { client: id.client, clock: id.clock };
}

/** Yjs puts what is written in a gap before what was deleted there, so later blocks come to stand before the gone one. */
const furtherBefore = 2;

/**
 * The text of a block and of its neighbours; of a block that is gone, of those between which it stood. An editor that turns a
 * paragraph into a heading or a list, splits or joins it, deletes the block and writes another one there. Undefined: the block
 * stood in another text.
 */
export function nearBlock(doc: Y.Doc, index: FragmentIndex, block: LetterId) {
  if (Y.getState(doc.store, block.client) <= block.clock) return undefined;
  const item: unknown = Y.getItem(doc.store, Y.createID(block.client, block.clock));
  if (!(item instanceof Y.Item) || item.parent !== index.fragment) return undefined;
  let before = standing(item.left, "left");
  for (let more = furtherBefore; more > 0 && before; more -= 1)
    before = standing(before.left, "left") ?? before;
  const after = standing(item.right, "right");
  const beyond = after && standing(after.right, "right");
  return {
    start: startOf(index, before) ?? 0,
    end: startOf(index, beyond) ?? index.text.length,
  };
}

export function standing(from: Y.Item | null, side: "left" | "right"): Y.Item | undefined {
  let item = from;
  while (item?.deleted) item = item[side];
  return item ?? undefined;
}

const startOf = ({ blocks }: FragmentIndex, item: Y.Item | undefined): number | undefined =>
  item?.content instanceof Y.ContentType ? blocks.get(item.content.type) : undefined;
