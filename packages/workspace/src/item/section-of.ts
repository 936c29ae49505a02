import type * as Y from "yjs";
import type { TextPlace } from "../annotation/anchor.ts";
import type { ItemKind } from "../vocabulary/item-fields.ts";
import type { SectionOf } from "../vocabulary/sections.ts";
import { itemOf } from "./items.ts";

/** Below which section of an opinion the items of a kind are read. */
export const sectionOfItem: Partial<Record<ItemKind, SectionOf<"opinion">>> = {
  finding: "findings",
  differential: "assessment",
  answer: "answers",
  option: "options",
  recommendation: "recommendations",
  citation: "recommendations",
  "red-flag": "redflags",
};

/** The section that a place belongs to; undefined for an item that is gone. */
export function sectionOf(doc: Y.Doc, where: TextPlace): string | undefined {
  if ("section" in where) return where.section;
  const item = itemOf(doc, where.item);
  return item && sectionOfItem[item.kind];
}
