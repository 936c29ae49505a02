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
  const found = [...doc.share].map(([root, type]) => {
    const text = textIn(type, ranges, root === layerRoot ? wordsOfRemark : namedValue);
    return { root, text: text.trim() };
  });
  return [...found, { root: "", text: unplacedText(doc, updates).trim() }].filter(({ text }) => text !== "");
}

/** What never reached its place, in the order of writing: the text that it stands on is not here. */
function unplacedText(doc: Y.Doc, updates: readonly Uint8Array[]): string {
  const decoded = updates.map((update) => Y.decodeUpdate(update));
  const deleted = decoded.map(({ ds }) => ds);
  return decoded
    .flatMap(({ structs }) => structs)
    .filter(({ id }) => id.clock >= Y.getState(doc.store, id.client))
    .map((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString
        ? standing(struct.id, struct.content.str, deleted)
        : "",
    )
    .join("");
}

type Deletions = ReturnType<typeof Y.decodeUpdate>["ds"];

const standing = ({ client, clock }: Y.ID, text: string, deleted: readonly Deletions[]): string =>
  Array.from(text.split(""))
    .filter((_, at) => !deleted.some((set) => Y.isDeleted(set, Y.createID(client, clock + at))))
    .join("");

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

/** How a scalar is shown. */
type ShowValue = (name: string, value: unknown) => string;

const namedValue: ShowValue = (name, value) => `${name}: ${JSON.stringify(value)}\n`;

const layerRoot = "a";
/** Of a remark its author wrote the words; the rest says where it stands and of what kind it is. */
const wordsOfRemark: ShowValue = (name, value) =>
  (name === "body" || name === "replacement") && typeof value === "string" ? `${value}\n` : "";

function textIn(type: SharedType, ranges: Ranges, show: ShowValue): string {
  let text = "";
  for (let item = type._start; item; item = item.right) text += textOf(item, ranges, show);
  for (const item of type._map.values()) text += textOf(item, ranges, show);
  return text;
}

function textOf(item: Y.Item, ranges: Ranges, show: ShowValue): string {
  if (item.deleted) return "";
  const { content } = item;
  if (content instanceof Y.ContentType) {
    // A block ends a line; a run of text does not.
    return textIn(content.type, ranges, show) + (content.type instanceof Y.XmlText ? "" : "\n");
  }
  if (content instanceof Y.ContentString) return partsOf(item, content.str, ranges);
  const { parentSub } = item;
  if (content instanceof Y.ContentAny && parentSub !== null && isIn(item.id, ranges))
    return content.arr.map((value) => show(parentSub, value)).join("");
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
