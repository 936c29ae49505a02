import type { OpinionContent } from "@consilium/clinical";
import type * as Y from "yjs";
import { plainTextOf } from "../rich-text/plain-text.ts";
import { readFragment } from "../rich-text/read-fragment.ts";
import { isRun, type RichNode } from "../rich-text/rich-node.ts";
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
  const linked: string[] = [];
  const fields = Object.entries<unknown>(itemFields[item.kind]).map(([name, holds]): [string, unknown] => {
    if (holds !== "rich") return [name, item.scalar(name)];
    const document = readFragment(item.rich(name));
    linked.push(...linksIn(document.content));
    return [name, plainTextOf(document)];
  });
  const content: Record<string, unknown> = Object.fromEntries(fields);
  if ("evidence" in content) content["evidence"] = withLinked(content["evidence"], linked);
  return { id: item.id, kind: item.kind, rank: item.rank, fields: content };
}

/** What an item rests on: what it names as a whole, and what its words link to. */
const withLinked = (named: unknown, linked: readonly string[]): readonly unknown[] => [
  ...new Set([...listOf(named), ...linked]),
];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const linksIn = (nodes: readonly RichNode[]): readonly string[] =>
  nodes.flatMap((node) => {
    if (isRun(node)) return [];
    if (node.type !== "evidence") return linksIn(node.content ?? []);
    const id = node.attrs?.["id"];
    return typeof id === "string" ? [id] : [];
  });
