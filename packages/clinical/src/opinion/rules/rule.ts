import type { OpinionContent, OpinionContext, OpinionItem } from "../opinion-content.ts";
import type { Check } from "./check.ts";

/** One rule of completeness, computed from the content alone. What nothing in the draft touches yields nothing. */
export type Rule = (content: OpinionContent, context: OpinionContext) => readonly Check[];

/** A rule of one item. */
export type ItemRule = (item: NumberedItem, context: OpinionContext) => readonly Check[];

export interface NumberedItem {
  readonly item: OpinionItem;
  /** Within its kind, from 1. */
  readonly number: number;
}

/** The rules of each item of a kind, item by item as they are ranked, whatever order they come in. */
export const forEach =
  (kind: string, rules: readonly ItemRule[]): Rule =>
  ({ items }, context) =>
    items
      .filter((item) => item.kind === kind)
      .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
      .flatMap((item, at) => rules.flatMap((rule) => rule({ item, number: at + 1 }, context)));

/** A text of an item without the white space around it; empty where there is none. */
export const textOf = ({ fields }: OpinionItem, field: string): string => {
  const value = fields[field];
  return typeof value === "string" ? value.trim() : "";
};

export const textOfSection = ({ sections }: OpinionContent, section: string): string =>
  (sections[section] ?? "").trim();
