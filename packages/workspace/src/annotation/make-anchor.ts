import { ok, refuse, type Result } from "@consilium/foundation";
import { anchorLimits, type TextAnchor, type TextPlace } from "./anchor.ts";
import { bareIndexAt } from "./bare-text.ts";
import type { DocumentIndex } from "./document-index.ts";
import { offsetsOf } from "./fragment-index.ts";
import { letterAt } from "./letter.ts";
import { type BareQuote, bareQuote, likeness, quoteAt, wordsWithin } from "./quote.ts";

export type AnchorRefusal = "no-such-place" | "no-words" | "quote-too-long";

/** An anchor on the text range [start, end) of a place; white space and links at its ends are left out. */
export function makeAnchor(
  index: DocumentIndex,
  where: TextPlace,
  start: number,
  end: number,
): Result<TextAnchor, AnchorRefusal> {
  const place = index.place(where);
  if (!place) return refuse("no-such-place");
  const words = wordsWithin(place.text, start, end);
  if (!words) return refuse("no-words");
  if (words.end - words.start > anchorLimits.quote) return refuse("quote-too-long");
  const first = letterAt(place, words.start);
  const last = letterAt(place, words.end - 1);
  if (!first || !last) return refuse("no-words");
  const quote = quoteAt(place.text, words.start, words.end);
  return ok({
    kind: "text",
    where,
    start: { item: first, assoc: 0 },
    end: { item: last, assoc: -1 },
    quote,
    rival: rivalOf(index, where, bareIndexAt(place.bare(), words.start), bareQuote(quote)),
    hint: words.start,
  });
}

/** The same for a ProseMirror range of the place's editor. */
export function makeAnchorInEditor(
  index: DocumentIndex,
  where: TextPlace,
  from: number,
  to: number,
): Result<TextAnchor, AnchorRefusal> {
  const place = index.place(where);
  if (!place) return refuse("no-such-place");
  const { start, end } = offsetsOf(place, from, to);
  return makeAnchor(index, where, start, end);
}

function rivalOf(index: DocumentIndex, where: TextPlace, own: number, quote: BareQuote): number {
  const home = index.place(where);
  let rival = -1;
  for (const { index: place } of index.places()) {
    const { text } = place.bare();
    for (const at of place.occurrences(quote.exact))
      if (place !== home || at !== own) rival = Math.max(rival, likeness(text, at, quote));
  }
  return rival;
}
