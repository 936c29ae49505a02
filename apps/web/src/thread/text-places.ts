import type { TextPlace } from "@consilium/workspace";

export const isSamePlace = (one: TextPlace, other: TextPlace): boolean =>
  "section" in one
    ? "section" in other && one.section === other.section
    : "item" in other && one.item === other.item && one.field === other.field;
