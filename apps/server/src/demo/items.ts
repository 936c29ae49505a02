import { dayAt } from "@consilium/foundation";
import {
  addItem,
  type FieldKind,
  isItemKind,
  type ItemField,
  type ItemKind,
  itemFields,
  itemOf,
  markdownToRichText,
  moveItem,
  setItemField,
  writeFragment,
} from "@consilium/workspace";
import type * as Y from "yjs";
import { z } from "zod";
import { type Cast, found } from "./cast.ts";
import type { DemoItem } from "./content.ts";
import { demoId } from "./demo-id.ts";
import type { Library } from "./library.ts";
import { bookEvidence } from "./sections.ts";

interface ItemOptions {
  readonly document: string;
  readonly cast: Cast;
  readonly library: Library;
  /** All items of the document, as they will stand in the end. */
  readonly order: readonly DemoItem[];
}

export const byRank = (one: DemoItem, other: DemoItem): number =>
  one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : 0;

/** Adds the item with the fields that the vocabulary knows. What became of a recommendation is a row, not a field. */
export function writeItem(doc: Y.Doc, item: DemoItem, options: ItemOptions): void {
  const { kind } = item;
  if (!isItemKind(kind)) throw new Error(`${item.id} is of no kind`);
  const id = demoId("item", item.id);
  addInPlace(doc, kind, item, options.order);
  const written = found(itemOf(doc, id), item.id);
  const fields = fieldsOf(doc, item, options);
  for (const [name, holds] of Object.entries<FieldKind>(itemFields[kind])) {
    const value = fields[name];
    if (value === undefined || value === null) continue;
    if (holds === "rich")
      writeFragment(written.rich(name), markdownToRichText(z.string().parse(value), noLinks));
    else if (isField(name, kind)) setItemField(doc, id, name, value);
  }
}

const isField = (name: string, kind: ItemKind): name is ItemField => name in itemFields[kind];

/** Two authors write their findings at different times: each takes its place among those that are there already. */
function addInPlace(doc: Y.Doc, kind: ItemKind, item: DemoItem, order: readonly DemoItem[]): void {
  const before = order.slice(0, order.indexOf(item)).filter((other) => other.kind === kind);
  const ids = before.map((other) => demoId("item", other.id));
  const previous = ids.findLast((id) => itemOf(doc, id) !== undefined);
  const id = demoId("item", item.id);
  addItem(doc, kind, id, previous);
  if (previous === undefined) moveItem(doc, id, undefined);
}

const noLinks = (): never => {
  throw new Error("An item's text has no evidence links");
};

const day = z.object({ day: z.number().int() });

/** The content names people, records and days; the document has ids and dates. */
function fieldsOf(doc: Y.Doc, item: DemoItem, options: ItemOptions): Readonly<Record<string, unknown>> {
  const { cast } = options;
  const { evidence, owner, due, citations, question, cannot, text, ...rest } = item;
  return {
    ...rest,
    ...(typeof evidence === "string" && { evidence: [evidenceOf(doc, evidence, options)] }),
    ...(typeof owner === "string" && { owner: cast.seatOf(owner).id }),
    ...(due !== undefined && { due: dayAt(cast.today, day.parse(due).day) }),
    ...(Array.isArray(citations) && { citations: citations.map((name) => demoId("item", String(name))) }),
    ...(typeof question === "string" && { question: demoId("question", question) }),
    ...(cannot === true ? { cannot: text } : { text }),
  };
}

/** `RECORD#QUOTE` or `RECORD#place:ID`. */
function evidenceOf(doc: Y.Doc, evidence: string, { document, library }: ItemOptions): string {
  const at = evidence.indexOf("#");
  const [record, place] = [evidence.slice(0, at), evidence.slice(at + 1)];
  return bookEvidence(doc, document, library, { record, place, label: library.label(record, place) });
}
