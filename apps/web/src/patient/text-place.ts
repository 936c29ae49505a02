import type { TextPlace } from "@consilium/workspace";

/** A place as one attribute of an element. */
export const placeKey = (where: TextPlace): string =>
  "section" in where ? `section ${where.section}` : `item ${where.item} ${where.field}`;

export function placeOfKey(key: string): TextPlace | undefined {
  const [kind, first, second] = key.split(" ");
  if (kind === "section" && first) return { section: first };
  return kind === "item" && first && second ? { item: first, field: second } : undefined;
}

export const isSamePlace = (one: TextPlace, other: TextPlace): boolean => placeKey(one) === placeKey(other);
