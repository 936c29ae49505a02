import type { TextAnchor, TextPlace } from "./anchor.ts";
import { bareIndexAt, rangeOf } from "./bare-text.ts";
import { nearBlock } from "./block.ts";
import { chooseBest } from "./choose-best.ts";
import type { DocumentIndex } from "./document-index.ts";
import type { Ends, Found } from "./found.ts";
import type { FragmentIndex } from "./fragment-index.ts";
import { isSameLetter, letterAt } from "./letter.ts";
import { type BareQuote, likeness } from "./quote.ts";

/** The words beginning with the anchor's first letter, or ending with its last, where one of them still lives. */
export function atLivingEnd(
  where: TextPlace,
  home: FragmentIndex,
  ends: Ends,
  { exact }: BareQuote,
): Found | undefined {
  if (ends.startLives === ends.endLives) return undefined;
  const bare = home.bare();
  const start = ends.startLives
    ? bareIndexAt(bare, ends.start)
    : bareIndexAt(bare, ends.end - 1) + 1 - exact.length;
  if (start < 0 || !bare.text.startsWith(exact, start)) return undefined;
  return { where, index: home, ...rangeOf(bare, start, start + exact.length) };
}

/** The quoted words in the whole document, those places left out that had the same words when the anchor was made. */
export function bestPlaceOfWords(index: DocumentIndex, anchor: TextAnchor, quote: BareQuote) {
  const { rivals, rest } = anchor;
  const missing = new Set(rivals);
  const candidates = placesOfWords(index, anchor, quote).filter(({ letter }) => {
    const rival = letter && rivals.find((known) => isSameLetter(known.letter, letter));
    if (rival) missing.delete(rival);
    return !rival;
  });
  const likest = Math.max(rest, ...[...missing].map(({ likeness: score }) => score));
  return chooseBest(candidates, quote, likest);
}

function placesOfWords(index: DocumentIndex, { where, block }: TextAnchor, quote: BareQuote) {
  const home = index.place(where);
  const near = home && nearBlock(index.doc, home, block);
  return index.places().flatMap(({ where: at, index: place }) => {
    const bare = place.bare();
    return place.occurrences(quote.exact).map((from) => {
      const range = rangeOf(bare, from, from + quote.exact.length);
      const found: Found = { where: at, index: place, ...range };
      const isNear =
        place === home && near !== undefined && range.start >= near.start && range.end <= near.end;
      return {
        place: found,
        letter: letterAt(place, range.start),
        score: likeness(bare.text, from, quote),
        isNear,
      };
    });
  });
}
