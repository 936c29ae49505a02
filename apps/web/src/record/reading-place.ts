import type { TextBlock } from "@consilium/clinical";
import type { FiledRecord, OpenRecord } from "./record-places.ts";

/** Where somebody reads in a record that is words or values. */
export type ReadingPlace =
  /** An offset in the record's text. */
  | { readonly is: "text"; readonly offset: number }
  /** Values of one test: in the tables, or drawn over time. */
  | { readonly is: "table" | "trend"; readonly series: string }
  /** A value that was chosen. */
  | { readonly is: "value"; readonly observation: string };

/** Characters of a presence's place (protocol, kind 7). */
const longest = 200;

/** Undefined: it does not fit. */
export function readingName(place: ReadingPlace): string | undefined {
  const name = `${place.is}/${restOf(place)}`;
  return name.length <= longest ? name : undefined;
}

function restOf(place: ReadingPlace): string {
  switch (place.is) {
    case "text":
      return String(place.offset);
    case "table":
    case "trend":
      return encodeURIComponent(place.series);
    case "value":
      return encodeURIComponent(place.observation);
  }
}

/** What somebody else's device sent may be anything. */
export function readingOf(name: string | undefined): ReadingPlace | undefined {
  const [, is, rest = ""] = /^(text|table|trend|value)\/([^/]+)$/.exec(name ?? "") ?? [];
  if (is === "text") return /^[0-9]{1,9}$/.test(rest) ? { is, offset: Number(rest) } : undefined;
  const id = decoded(rest);
  if (id === null || id === "") return undefined;
  if (is === "value") return { is, observation: id };
  return is === "table" || is === "trend" ? { is, series: id } : undefined;
}

function decoded(code: string): string | null {
  try {
    return decodeURIComponent(code);
  } catch {
    return null;
  }
}

/** Records that are read as words or values, and not in a viewer that shows by itself who looks where. */
export const isReading = ({ kind }: FiledRecord): boolean =>
  kind !== "imaging-study" && kind !== "slide" && kind !== "document" && kind !== "pictures";

/** Characters of words that name a place. */
const mostWords = 60;

/** What stands at a place of a text: its heading where it has one, else how it begins. "" where there is none. */
export function wordsAt({ filed, laid }: OpenRecord, offset: number): string {
  const piece = laid.pieces.findLast(({ from }) => from <= offset) ?? laid.pieces[0];
  if (!piece) return "";
  const heading = headingBefore(blocksOf(filed), Number(/^block\.([0-9]+)/.exec(piece.key)?.[1]));
  const entry = /^entry\.(.+)\.detail$/.exec(piece.key)?.[1];
  const title =
    entry === undefined ? undefined : laid.pieces.find(({ key }) => key === `entry.${entry}.title`);
  const { from, to } = title ?? piece;
  const words = (heading ?? laid.text.slice(from, to)).replaceAll(/\s+/g, " ").trim();
  return words.length > mostWords ? `${words.slice(0, mostWords - 1).toWellFormed()}…` : words;
}

const blocksOf = (filed: FiledRecord): readonly TextBlock[] =>
  filed.kind === "note" || filed.kind === "pathology" || filed.kind === "imaging-report"
    ? filed.content.blocks
    : [];

function headingBefore(blocks: readonly TextBlock[], at: number): string | undefined {
  const heading = blocks.slice(0, at + 1).findLast((block) => block.type === "heading");
  return heading?.type === "heading" ? heading.text : undefined;
}
