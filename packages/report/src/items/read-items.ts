import type { ItemKind, RichDocument } from "@consilium/workspace";
import type { ItemInput } from "../report-input.ts";
import { type PlaceOf, textOf } from "../rich/text-of.ts";
import type { Block } from "../text.ts";

/** An item's fields as they are printed. */
export interface PrintedItem {
  readonly id: string;
  /** Empty where nobody wrote. */
  readonly rich: (field: string) => readonly Block[];
  /** Empty where nobody chose. */
  readonly line: (field: string) => string;
  readonly isSet: (field: string) => boolean;
  readonly ids: (field: string) => readonly string[];
  /** The letters of what the item names as its evidence as a whole. */
  readonly places: () => readonly string[];
}

/** The items of a kind, in the order of their ranks. */
export type Items = (kind: ItemKind) => readonly PrintedItem[];

export const readItems =
  (items: readonly ItemInput[], placeOf: PlaceOf): Items =>
  (kind) =>
    items
      .filter((item) => item.kind === kind)
      .toSorted(byRank)
      .map((item) => readItem(item, placeOf));

function readItem({ id, fields }: ItemInput, placeOf: PlaceOf): PrintedItem {
  const ids = (field: string): readonly string[] => {
    const value = fields[field];
    return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
  };
  return {
    id,
    rich: (field) => {
      const value = fields[field];
      return isRichDocument(value) ? textOf(value, placeOf) : [];
    },
    line: (field) => {
      const value = fields[field];
      return typeof value === "string" || typeof value === "number" ? String(value) : "";
    },
    isSet: (field) => fields[field] === true,
    ids,
    places: () => [...new Set(ids("evidence").flatMap((evidence) => placeOf(evidence)?.letter ?? []))],
  };
}

const isRichDocument = (value: unknown): value is RichDocument =>
  typeof value === "object" &&
  value !== null &&
  "type" in value &&
  value.type === "doc" &&
  "content" in value;

const byRank = (one: ItemInput, other: ItemInput): number => {
  if (one.rank !== other.rank) return one.rank < other.rank ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};
