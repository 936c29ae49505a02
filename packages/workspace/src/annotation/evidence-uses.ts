import * as Y from "yjs";
import { type Item, itemsOf } from "../item/items.ts";
import { sectionOfItem } from "../item/section-of.ts";
import { itemFields, itemKinds } from "../vocabulary/item-fields.ts";
import { type SectionOf, sectionsOf } from "../vocabulary/sections.ts";
import type { TextPlace } from "./anchor.ts";
import type { DocumentIndex } from "./document-index.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import type { FragmentIndex } from "./fragment-index.ts";
import { sentenceAt, type Stretch, wordsOf } from "./sentence-at.ts";

/** A sentence of an opinion that relies on a place of a record. */
export interface EvidenceUse {
  /** Names the use in an address: the link's id, and from its second place on which one. */
  readonly key: string;
  /** Of the link. It stands twice where a sentence was copied. */
  readonly id: string;
  /** Undefined: the link points to nothing that this app knows. */
  readonly evidence: Evidence | undefined;
  readonly section: SectionOf<"opinion">;
  readonly where: TextPlace;
  /** Of the link and of its sentence in the plain text of their place. Undefined: an item names its evidence as a whole. */
  readonly span: (Stretch & { readonly at: number }) | undefined;
  /** As it is read; "" where the link stands alone. */
  readonly sentence: string;
}

type UseInPlace = Pick<EvidenceUse, "id" | "where" | "span" | "sentence">;

/** All links to evidence of an opinion, in the order in which they are read. */
export function evidenceUsesOf(index: DocumentIndex): readonly EvidenceUse[] {
  const { doc } = index;
  const met = new Map<string, number>();
  const name = (id: string): string => {
    const times = (met.get(id) ?? 0) + 1;
    met.set(id, times);
    return times === 1 ? id : `${id}~${times}`;
  };
  return sectionsOf("opinion").flatMap((section) =>
    [...usesIn(index, { section }), ...usesInItems(index, section)].map((use) => ({
      ...use,
      key: name(use.id),
      section,
      evidence: evidenceOf(doc, use.id),
    })),
  );
}

const usesInItems = (index: DocumentIndex, section: SectionOf<"opinion">): readonly UseInPlace[] =>
  itemKinds
    .filter((kind) => sectionOfItem[kind] === section)
    .flatMap((kind) => itemsOf(index.doc, kind))
    .flatMap((item) => usesInItem(index, item));

/** What the item names as its evidence as a whole is said once, also where its words link to it. */
function usesInItem(index: DocumentIndex, item: Item): readonly UseInPlace[] {
  const fields = Object.keys(itemFields[item.kind]);
  const linked = fields.flatMap((field) => usesIn(index, { item: item.id, field }));
  const named = listOf(item.scalar("evidence")).filter((id) => !linked.some((use) => use.id === id));
  const [main = ""] = fields;
  const where = { item: item.id, field: main };
  const sentence = named.length > 0 ? firstWords(index, item, where) : "";
  return [...named.map((id) => ({ id, where, span: undefined, sentence })), ...linked];
}

function firstWords(index: DocumentIndex, item: Item, where: { readonly field: string } & TextPlace): string {
  const line = item.scalar(where.field);
  const text = typeof line === "string" ? line : (index.place(where)?.text ?? "");
  return wordsOf(text, sentenceAt(text, 0));
}

function listOf(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  return all.filter((id) => typeof id === "string");
}

interface LinkInText {
  readonly id: string;
  readonly span: NonNullable<EvidenceUse["span"]>;
  readonly sentence: string;
}

/** An index is another one after each change of its text. */
const known = new WeakMap<FragmentIndex, readonly LinkInText[]>();

function usesIn(index: DocumentIndex, where: TextPlace): readonly UseInPlace[] {
  const place = index.place(where);
  if (!place) return [];
  let links = known.get(place);
  if (!links) known.set(place, (links = linksIn(place)));
  return links.map((link) => ({ ...link, where }));
}

const linksIn = ({ runs, text }: FragmentIndex): readonly LinkInText[] =>
  runs.flatMap(({ type, offset }) => {
    if (!(type instanceof Y.XmlElement) || type.nodeName !== "evidence") return [];
    const id: unknown = type.getAttribute("id");
    if (typeof id !== "string") return [];
    const sentence = sentenceAt(text, offset);
    return [{ id, span: { ...sentence, at: offset }, sentence: wordsOf(text, sentence) }];
  });
