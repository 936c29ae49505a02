import * as Y from "yjs";
import { rangeAt } from "./ranges.ts";
import { insertionAt, type Tables } from "./tables.ts";

/** A key of a map, or an attribute of an element, at a moment. */
export interface Entry {
  /** A Yjs type or plain data; undefined: taken away before that moment. */
  readonly value: unknown;
  /** The row that set it, or took it away. */
  readonly row: number;
}

/**
 * The last item of the key's chain that was there at that moment (a number of rows). Yjs keeps the chain's newest in the map
 * and the older ones to its left; a concurrent set that lost is deleted by the row that brought it.
 */
export function entryAt(
  tables: Tables,
  moment: number,
  parent: { readonly _map: ReadonlyMap<string, Y.Item> },
  key: string,
): Entry | undefined {
  let taken: number | undefined;
  for (let item = parent._map.get(key) ?? null; item; item = item.left) {
    const { client, clock } = item.id;
    const { row } = insertionAt(tables, client, clock);
    const deleted = rangeAt(tables.deletions, client, clock).range?.row;
    if (row >= moment) continue;
    if (deleted === undefined || deleted >= moment) return { value: valueOf(item), row };
    if (deleted > (taken ?? -1)) taken = deleted;
  }
  return taken === undefined ? undefined : { value: undefined, row: taken };
}

function valueOf({ content }: Y.Item): unknown {
  if (content instanceof Y.ContentType) return content.type;
  return content instanceof Y.ContentAny ? content.arr.at(-1) : undefined;
}
