import * as Y from "yjs";

/**
 * What a transaction changed: `s.<section>`, `items.<id>`, or the name of another root; sorted. Readers of the timeline filter
 * by these names.
 */
export function changedPlaces(transaction: Y.Transaction): string[] {
  const names = new Set<string>();
  for (const [type, keys] of transaction.changed) for (const name of placesOf(type, keys)) names.add(name);
  return [...names].toSorted();
}

function placesOf(type: unknown, keys: ReadonlySet<string | null>): string[] {
  let key: string | null = null;
  let at: unknown = type;
  while (at instanceof Y.AbstractType && at._item) {
    key = at._item.parentSub;
    at = at._item.parent;
  }
  if (!(at instanceof Y.AbstractType)) return []; // Collected with what was around it.
  const root = Y.findRootTypeKey(at);
  if (root !== "items") return [root];
  return at === type ? [...keys].map((id) => `items.${id}`) : [`items.${key}`];
}
