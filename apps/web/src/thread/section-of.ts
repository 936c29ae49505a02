import type { TextPlace } from "@consilium/workspace";
import { itemOf, type ItemKind } from "@consilium/workspace";
import type { Doc } from "yjs";

const sectionOfItem: Partial<Record<ItemKind, string>> = {
  finding: "findings",
  differential: "assessment",
  answer: "answers",
  option: "options",
  recommendation: "recommendations",
  citation: "recommendations",
  "red-flag": "redflags",
};

/** The section that a place belongs to; undefined for an item that is gone. */
export function sectionOf(doc: Doc, where: TextPlace): string | undefined {
  if ("section" in where) return where.section;
  const item = itemOf(doc, where.item);
  return item && sectionOfItem[item.kind];
}
