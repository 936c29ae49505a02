import * as Y from "yjs";
import type { TextPlace } from "../annotation/anchor.ts";
import { isRichValue, isSameValue, type RichValue } from "../rich-text/rich-node.ts";
import type { AttributeChange, DifferenceBlock, DifferenceNode } from "./difference-node.ts";
import { entryAt } from "./entries.ts";
import { placesMovedFrom } from "./moved-text.ts";
import { type Change, changeOf, type Span, spanOf, type Walk } from "./pieces.ts";
import { rangeAt } from "./ranges.ts";
import type { HistoryReplay } from "./replay.ts";
import { runsOf } from "./runs.ts";
import { deedOf, insertionAt, type Tables } from "./tables.ts";

/** One place between two moments, each the state after that sequence: everything that stood at either. */
export function difference(
  { doc, tables }: HistoryReplay,
  from: number,
  to: number,
  place: TextPlace,
): DifferenceNode[] {
  const span = spanOf(tables, from, to);
  return fragmentsOf(doc, tables, span, place).flatMap((fragment) => blocksOf(tables, span, fragment));
}

export function blocksOf(tables: Tables, span: Span, fragment: Y.XmlFragment): DifferenceNode[] {
  const origins = placesMovedFrom(tables, span, [fragment]);
  return childrenOf({ tables, span, origins }, fragment);
}

/** One; of an item that was replaced as a whole, the old and the new one. */
function fragmentsOf(doc: Y.Doc, tables: Tables, span: Span, place: TextPlace): Y.XmlFragment[] {
  if ("section" in place) return [doc.getXmlFragment(`s.${place.section}`)];
  const items = doc.getMap("items");
  const found = [span.before, span.after].map((moment) => {
    const item = entryAt(tables, moment, items, place.item)?.value;
    return item instanceof Y.Map ? entryAt(tables, moment, item, place.field)?.value : undefined;
  });
  return [...new Set(found)].filter((value) => value instanceof Y.XmlFragment);
}

function childrenOf(walk: Walk, parent: Y.XmlFragment): DifferenceNode[] {
  const children: DifferenceNode[] = [];
  for (let item = parent._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentType)) continue;
    const { type } = item.content;
    const deletion = rangeAt(walk.tables.deletions, item.id.client, item.id.clock).range?.row;
    const { row } = insertionAt(walk.tables, item.id.client, item.id.clock);
    const state = changeOf(walk.span, row, deletion);
    if (!state) continue;
    if (type instanceof Y.XmlText) children.push(...runsOf(walk, type));
    else if (type instanceof Y.XmlElement) children.push(blockOf(walk, type, { state, row, deletion }));
  }
  return children;
}

interface Standing {
  readonly state: Change;
  readonly row: number;
  readonly deletion: number | undefined;
}

function blockOf(walk: Walk, element: Y.XmlElement, { state, row, deletion }: Standing): DifferenceBlock {
  const { tables, span } = walk;
  const before = attributesAt(tables, span.before, element);
  const after = attributesAt(tables, span.after, element);
  return {
    type: element.nodeName,
    attrs: valuesOf(state === "removed" ? before : after),
    state,
    insertedBy: deedOf(tables, row),
    deletedBy: state === "removed" && deletion !== undefined ? deedOf(tables, deletion) : undefined,
    changed: state === "same" ? changesOf(tables, before, after) : [],
    children: childrenOf(walk, element),
  };
}

type Attributes = ReadonlyMap<string, { readonly value: RichValue | undefined; readonly row: number }>;

/** An attribute that was taken off is kept with the row that did it. */
function attributesAt(tables: Tables, moment: number, element: Y.XmlElement): Attributes {
  const found = new Map<string, { value: RichValue | undefined; row: number }>();
  for (const name of element._map.keys()) {
    const entry = entryAt(tables, moment, element, name);
    if (entry) found.set(name, { value: isRichValue(entry.value) ? entry.value : undefined, row: entry.row });
  }
  return found;
}

const valuesOf = (attributes: Attributes): Record<string, RichValue> =>
  Object.fromEntries(
    [...attributes].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
  );

function changesOf(tables: Tables, before: Attributes, after: Attributes): AttributeChange[] {
  return [...after].flatMap(([name, { value, row }]) => {
    const old = before.get(name)?.value;
    return isSameValue(old, value) ? [] : [{ name, before: old, after: value, by: deedOf(tables, row) }];
  });
}
