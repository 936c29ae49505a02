import { type InventoryState, isGap } from "@consilium/clinical";
import type { Item } from "./use-inventory.ts";

/** As many stand above the records without being in their way. */
const mostInSight = 3;

export interface OrderedItems {
  readonly inSight: readonly Item[];
  readonly folded: readonly Item[];
}

/**
 * What something can still be done about is in sight: all that this seat is asked for, and the first of the rest. What the opinion
 * waits for comes first, then what is due first.
 *
 * @param isOwn whether this seat is asked for an item.
 */
export function inOrder(items: readonly Item[], isOwn: (item: Item) => boolean): OrderedItems {
  const sorted = items.toSorted(
    (one, other) =>
      Number(isOwn(other)) - Number(isOwn(one)) ||
      Number(isAwaitable(other)) - Number(isAwaitable(one)) ||
      Number(isGap(other)) - Number(isGap(one)) ||
      Number(other.isNeeded) - Number(one.isNeeded) ||
      states.indexOf(one.state) - states.indexOf(other.state) ||
      dueOf(one).localeCompare(dueOf(other)),
  );
  const isInSight = (item: Item, at: number) => isOwn(item) || (isAwaitable(item) && at < mostInSight);
  return {
    inSight: sorted.filter(isInSight),
    folded: sorted.filter((item, at) => !isInSight(item, at)),
  };
}

const states: readonly InventoryState[] = [
  "asked",
  "incomplete",
  "missing",
  "unavailable",
  "here",
  "not-applicable",
];

const isAwaitable = ({ state }: Item): boolean => state !== "unavailable" && isGap({ state });

/** What is due on no day comes after all that is. */
const dueOf = ({ state, request }: Item): string => (state === "asked" ? request?.due : null) ?? "~";
