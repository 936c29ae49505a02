/** A card before it has its place, in pixels from the top of the gutter. */
export interface GutterItem {
  readonly id: string;
  /** The first line of the words that it speaks of. */
  readonly wanted: number;
  readonly height: number;
}

/** Pixels between two cards. */
export const gutterGap = 12;

/**
 * Where each card stands: the open one exactly beside its words, those before it give way upwards, those behind it downwards.
 * Without an open one the first keeps its place. `items` in the order of the text.
 */
export function layGutter(
  items: readonly GutterItem[],
  open: string | undefined,
): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === open),
  );
  let floor = -Infinity;
  for (const item of items.slice(at)) {
    const top = Math.max(item.wanted, floor);
    tops.set(item.id, top);
    floor = top + item.height + gutterGap;
  }
  const first = items[at];
  let ceiling = first ? (tops.get(first.id) ?? 0) - gutterGap : Infinity;
  for (const item of items.slice(0, at).toReversed()) {
    const top = Math.min(item.wanted, ceiling - item.height);
    tops.set(item.id, top);
    ceiling = top - gutterGap;
  }
  return tops;
}

/** More than `most` threads within this many pixels of text are one line of initials and a count. */
const crowd = { most: 3, within: 200 } as const;

export type GutterGroup<Item> =
  | { readonly is: "card"; readonly item: Item }
  | { readonly is: "fold"; readonly items: readonly Item[] };

/** The open thread is never folded away; neither is a fold that somebody opened (`unfolded`: the id of any of its threads). */
export function foldCrowds<Item extends Pick<GutterItem, "id" | "wanted">>(
  items: readonly Item[],
  open: string | undefined,
  unfolded: ReadonlySet<string>,
): readonly GutterGroup<Item>[] {
  const groups: GutterGroup<Item>[] = [];
  for (let at = 0; at < items.length;) {
    const near = runFrom(items, at);
    const folded = near.filter(({ id }) => id !== open);
    const isShown = near.length <= crowd.most || near.some(({ id }) => unfolded.has(id));
    if (isShown) groups.push(...near.map((item) => ({ is: "card", item }) as const));
    else {
      groups.push({ is: "fold", items: folded });
      groups.push(...near.filter(({ id }) => id === open).map((item) => ({ is: "card", item }) as const));
    }
    at += near.length;
  }
  return groups;
}

function runFrom<Item extends Pick<GutterItem, "wanted">>(
  items: readonly Item[],
  at: number,
): readonly Item[] {
  const first = items[at];
  if (!first) return [];
  const end = items.findIndex((item, place) => place > at && item.wanted - first.wanted > crowd.within);
  const run = items.slice(at, end < 0 ? items.length : end);
  return run.length > crowd.most ? run : [first];
}
