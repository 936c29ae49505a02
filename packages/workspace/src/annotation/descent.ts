import * as Y from "yjs";
import type { LetterId } from "./anchor.ts";
import { blockAt, standing } from "./block.ts";
import type { FragmentIndex } from "./fragment-index.ts";

/**
 * What the block of the top level that holds an offset is to the block of the anchor. `own`: that block, or what an editor
 * wrote in its stead. `before`: the one before it, which a join gives its words to. `after`: the one after it. `away`: any other.
 */
export type Descent = "own" | "before" | "after" | "away";

export function descentOf(doc: Y.Doc, index: FragmentIndex, offset: number, block: LetterId): Descent {
  const holder = itemOf(doc, blockAt(index, offset));
  const former = itemOf(doc, block);
  if (!holder || !former || former.parent !== index.fragment) return "away";
  if (holder === former) return "own";
  if (former.deleted && isWrittenInStead(doc, holder, former, new Set())) return "own";
  if (holder === standing(former.left, "left")) return "before";
  return holder === standing(former.right, "right") ? "after" : "away";
}

/**
 * An editor that writes a block anew deletes it first: the new one has the tombstone at its right, at once, or after other
 * tombstones, or after one that was itself written in its stead.
 */
function isWrittenInStead(doc: Y.Doc, block: Y.Item, former: Y.Item, seen: Set<Y.Item>): boolean {
  if (seen.has(block)) return false;
  seen.add(block);
  for (let gone: Y.Item | null = itemOf(doc, block.rightOrigin) ?? null; gone; gone = gone.right) {
    if (gone === former) return true;
    if (!gone.deleted) return false;
    if (isWrittenInStead(doc, gone, former, seen)) return true;
  }
  return false;
}

function itemOf(doc: Y.Doc, id: LetterId | null | undefined): Y.Item | undefined {
  if (!id || Y.getState(doc.store, id.client) <= id.clock) return undefined;
  const item: unknown = Y.getItem(doc.store, Y.createID(id.client, id.clock));
  return item instanceof Y.Item ? item : undefined;
}
