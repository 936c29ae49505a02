import { generateKeyBetween } from "fractional-indexing";
import * as Y from "yjs";
import { type FieldOf, isItemKind, itemFields, type ItemKind } from "../vocabulary/item-fields.ts";

/** A structured thing of a document: a finding, an answer, a recommendation. A view of the live map, not a copy. */
export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  /** Fractional index; compared by code unit, ties by id. */
  readonly rank: string;
  readonly scalar: (field: string) => unknown;
  /** The field's own text; an empty one outside the document where it was never written. */
  readonly rich: (field: string) => Y.XmlFragment;
}

type ItemMap = Y.Map<unknown>;

const mapOf = (doc: Y.Doc): Y.Map<ItemMap> => doc.getMap("items");

/** In the order of their ranks; of one kind where it is named. */
export function itemsOf(doc: Y.Doc, kind?: ItemKind): Item[] {
  const found: Item[] = [];
  for (const [id, map] of mapOf(doc)) {
    const item = map instanceof Y.Map ? viewOf(id, map) : undefined;
    if (item && (kind === undefined || item.kind === kind)) found.push(item);
  }
  return found.toSorted(byRank);
}

export function itemOf(doc: Y.Doc, id: string): Item | undefined {
  const map = mapOf(doc).get(id);
  return map instanceof Y.Map ? viewOf(id, map) : undefined;
}

function viewOf(id: string, map: ItemMap): Item | undefined {
  const kind = map.get("kind");
  if (!isItemKind(kind)) return undefined;
  const rank = map.get("rank");
  return {
    id,
    kind,
    rank: typeof rank === "string" ? rank : "",
    scalar: (field) => {
      const value = map.get(field);
      return value instanceof Y.AbstractType ? undefined : value;
    },
    rich: (field) => {
      const value = map.get(field);
      return value instanceof Y.XmlFragment ? value : new Y.Doc().getXmlFragment(field);
    },
  };
}

const byRank = (one: Item, other: Item): number => {
  if (one.rank !== other.rank) return one.rank < other.rank ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};

/** The names of a kind's rich fields. */
export const richFieldsOf = (kind: ItemKind): readonly string[] =>
  Object.entries<unknown>(itemFields[kind])
    .filter(([, holds]) => holds === "rich")
    .map(([name]) => name);

/**
 * A new item behind all others of its kind, or behind `after`. Its rich fields are made with it: a text that two people
 * made at once would be one of theirs. `id` is a new ULID. One transaction.
 */
export function addItem(doc: Y.Doc, kind: ItemKind, id: string, after?: string): void {
  doc.transact(() => {
    const map = new Y.Map<unknown>();
    map.set("kind", kind);
    map.set("rank", rankBehind(doc, kind, after));
    for (const field of richFieldsOf(kind)) map.set(field, new Y.XmlFragment());
    mapOf(doc).set(id, map);
  });
}

export type ItemField = { [Kind in ItemKind]: FieldOf<Kind> }[ItemKind];

/** The last one who sets a scalar field wins. */
export function setItemField(doc: Y.Doc, id: string, field: ItemField, value: unknown): void {
  mapOf(doc).get(id)?.set(field, value);
}

/** History keeps it. */
export function removeItem(doc: Y.Doc, id: string): void {
  mapOf(doc).delete(id);
}

/** Puts an item behind another one of its kind; undefined: before all. */
export function moveItem(doc: Y.Doc, id: string, after: string | undefined): void {
  const item = itemOf(doc, id);
  if (!item || after === id) return;
  doc.transact(() => {
    const others = itemsOf(doc, item.kind).filter((other) => other.id !== id);
    const at = after === undefined ? 0 : others.findIndex((other) => other.id === after) + 1;
    mapOf(doc)
      .get(id)
      ?.set("rank", rankAt(doc, others, at));
  });
}

function rankBehind(doc: Y.Doc, kind: ItemKind, after: string | undefined): string {
  const others = itemsOf(doc, kind);
  const at = after === undefined ? others.length : others.findIndex(({ id }) => id === after) + 1;
  return rankAt(doc, others, at);
}

/**
 * A rank for the place `at` among others. Two people who insert into one gap while apart give the same rank: then those
 * behind the place are ranked anew, or no key would fit between equals.
 */
function rankAt(doc: Y.Doc, others: readonly Item[], at: number): string {
  const before = others[at - 1]?.rank ?? null;
  const behind = others[at]?.rank ?? null;
  if (before === null || behind === null || before < behind) return generateKeyBetween(before, behind);
  const rank = generateKeyBetween(before, null);
  let last = rank;
  for (const { id } of others.slice(at)) {
    last = generateKeyBetween(last, null);
    mapOf(doc).get(id)?.set("rank", last);
  }
  return rank;
}
