import * as Y from "yjs";
import type { SharedType } from "./shared-type.ts";

/** What somebody wrote in one root of a document: `s.summary`, `items`, `a`; an empty name where it is not known. */
export interface SectionText {
  readonly root: string;
  readonly text: string;
}

type Ranges = ReadonlyMap<number, readonly { readonly from: number; readonly to: number }[]>;

/** The text that these updates inserted and that still stands in the document: what a person copies after a refusal (SY-14). */
export function insertedText(doc: Y.Doc, updates: readonly Uint8Array[]): readonly SectionText[] {
  const ranges = rangesOf(updates);
  const found = [...doc.share].map(([root, type]) => ({ root, text: textIn(type, ranges).trim() }));
  return [...found, { root: "", text: unplacedText(doc, updates) }].filter(({ text }) => text !== "");
}

/** What never reached its place: the text that it stands on is not here. */
function unplacedText(doc: Y.Doc, updates: readonly Uint8Array[]): string {
  const structs = updates.flatMap((update) => Y.decodeUpdate(update).structs);
  return structs
    .filter(({ id }) => id.clock >= Y.getState(doc.store, id.client))
    .map((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : "",
    )
    .join("");
}

function rangesOf(updates: readonly Uint8Array[]): Ranges {
  const ranges = new Map<number, { from: number; to: number }[]>();
  for (const update of updates)
    for (const { id, length } of Y.decodeUpdate(update).structs) {
      const known = ranges.get(id.client) ?? [];
      known.push({ from: id.clock, to: id.clock + length });
      ranges.set(id.client, known);
    }
  return ranges;
}

function textIn(type: SharedType, ranges: Ranges): string {
  let text = "";
  for (let item = type._start; item; item = item.right) text += textOf(item, ranges);
  for (const item of type._map.values()) text += textOf(item, ranges);
  return text;
}

function textOf(item: Y.Item, ranges: Ranges): string {
  if (item.deleted) return "";
  const { content } = item;
  if (content instanceof Y.ContentType) {
    // A block ends a line; a run of text does not.
    return textIn(content.type, ranges) + (content.type instanceof Y.XmlText ? "" : "\n");
  }
  if (content instanceof Y.ContentString) return partsOf(item, content.str, ranges);
  if (content instanceof Y.ContentAny && item.parentSub !== null && isIn(item.id, ranges))
    return content.arr.map((value) => `${item.parentSub}: ${JSON.stringify(value)}\n`).join("");
  return "";
}

/** Yjs joins runs of one author: only what lies in a range is new. Its clocks count UTF-16 units. */
function partsOf({ id }: Y.Item, text: string, ranges: Ranges): string {
  return Array.from(text.split(""))
    .filter((_, at) => isIn({ client: id.client, clock: id.clock + at }, ranges))
    .join("");
}

const isIn = ({ client, clock }: { client: number; clock: number }, ranges: Ranges): boolean =>
  ranges.get(client)?.some(({ from, to }) => from <= clock && clock < to) ?? false;
