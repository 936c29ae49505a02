import { printable } from "../printable.ts";
import { coveredRanges } from "./covered-ranges.ts";

/** Needs no glyph: joiners, direction marks, variation selectors, soft hyphens, spaces and breaks. */
const withoutGlyph = /^[\p{Default_Ignorable_Code_Point}\s]$/u;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

let read: readonly ReadonlySet<number>[] | undefined;

const fontSets = (): readonly ReadonlySet<number>[] => (read ??= coveredRanges.map(setOf));

function setOf(ranges: string): ReadonlySet<number> {
  const codes = new Set<number>();
  const numbers = ranges.split(" ").map((part) => Number.parseInt(part, 36));
  let end = 0;
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const from = end + (numbers[at] ?? 0);
    end = from + (numbers[at + 1] ?? 0);
    for (let code = from; code < end; code += 1) codes.add(code);
  }
  return codes;
}

/** A character and its marks are drawn by one font, or not at all. */
function isCovered(grapheme: string): boolean {
  const codes = Array.from(grapheme)
    .filter((character) => !withoutGlyph.test(character))
    .map((character) => character.codePointAt(0) ?? 0);
  return codes.length === 0 || fontSets().some((set) => codes.every((code) => set.has(code)));
}

/** What lies in the table of every voice, and makes most of a text. */
const plain = /^[ -~\n\u00A0-\u00FF]*$/;

/**
 * The characters that the PDF cannot draw, each once, in the order of the text. What no form of the report holds (`printable` takes
 * it out) is not among them: nobody misses it, and nobody could find it.
 */
export function uncovered(text: string): readonly string[] {
  if (plain.test(text)) return [];
  const found = new Set<string>();
  for (const { segment } of graphemes.segment(printable(text))) if (!isCovered(segment)) found.add(segment);
  return [...found];
}

/** The text as the PDF draws it: what it cannot draw is named, `[U+1F642]`. */
export function drawable(text: string): string {
  if (plain.test(text)) return text;
  let drawn = "";
  for (const { segment } of graphemes.segment(text)) drawn += isCovered(segment) ? segment : nameOf(segment);
  return drawn;
}

const nameOf = (grapheme: string): string =>
  Array.from(grapheme)
    .map((character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`)
    .join("");
