import type { OpinionContent } from "@consilium/clinical";
import type * as Y from "yjs";
import { plainTextOf } from "../rich-text/plain-text.ts";
import { readFragment } from "../rich-text/read-fragment.ts";
import { itemFields } from "../vocabulary/item-fields.ts";
import { type Section, sectionRoot, sectionsOf } from "../vocabulary/sections.ts";
import { type Item, itemsOf } from "./items.ts";

/** What the completeness rules read of a draft. Reads every section: for a keystroke, ask for one section alone. */
export function opinionContent(doc: Y.Doc): OpinionContent {
  const sections = Object.fromEntries(
    sectionsOf("opinion").map((section) => [section, sectionText(doc, section)]),
  );
  return { sections, items: itemContents(doc) };
}

/** The words of one section. */
export const sectionText = (doc: Y.Doc, section: Section): string =>
  textOf(doc.getXmlFragment(sectionRoot(section)));

/** All items with the words of their rich fields. */
export const itemContents = (doc: Y.Doc): OpinionContent["items"] => itemsOf(doc).map(plainItem);

const textOf = (fragment: Y.XmlFragment): string => plainTextOf(readFragment(fragment));

function plainItem(item: Item): OpinionContent["items"][number] {
  const fields = Object.entries<unknown>(itemFields[item.kind]).map(([name, holds]) => [
    name,
    holds === "rich" ? textOf(item.rich(name)) : item.scalar(name),
  ]);
  return { id: item.id, kind: item.kind, rank: item.rank, fields: Object.fromEntries(fields) };
}
