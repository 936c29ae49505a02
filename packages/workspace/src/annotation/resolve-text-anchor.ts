import type { TextAnchor, TextPlace } from "./anchor.ts";
import { bareIndexAt, isSameWords, rangeOf } from "./bare-text.ts";
import { chooseBest } from "./choose-best.ts";
import type { DocumentIndex } from "./document-index.ts";
import { type FragmentIndex, positionsOf } from "./fragment-index.ts";
import { placeOfLetter } from "./letter.ts";
import {
  type BareQuote,
  bareQuote,
  betweenNeighbours,
  likeness,
  longestNow,
  startOfSuffix,
  wordsWithin,
} from "./quote.ts";

/** Where an anchor stands now. What cannot be told is orphaned: shown with its old words, never put in a wrong place. */
export type Resolution<Place> =
  /** Where it was, with its words. */
  | { readonly state: "exact"; readonly at: Place }
  /** The words were found elsewhere: the anchor is worth refreshing. */
  | { readonly state: "moved"; readonly at: Place }
  | { readonly state: "changed"; readonly at: Place; readonly was: string; readonly now: string }
  | { readonly state: "orphaned"; readonly was: string };

/** A range of a place's plain text, and the same range in its editor. */
export interface TextSpan {
  readonly where: TextPlace;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly where: TextPlace;
  readonly index: FragmentIndex;
  readonly start: number;
  readonly end: number;
}

/** What is left of the anchor's first and last letter, in the text of its place. */
interface Ends {
  readonly start: number;
  readonly end: number;
  readonly startLives: boolean;
  readonly endLives: boolean;
}

export function resolveTextAnchor(index: DocumentIndex, anchor: TextAnchor): Resolution<TextSpan> {
  const { where } = anchor;
  const home = index.place(where);
  const ends = home && endsOf(index, home, anchor);
  if (home && ends && ends.start < ends.end) {
    const found = { where, index: home, start: ends.start, end: ends.end };
    if (isSameWords(home.text.slice(ends.start, ends.end), anchor.quote.exact))
      return placed("exact", found, anchor);
    // Both letters live, so the words are still theirs: a copy elsewhere is only a copy.
    if (ends.startLives && ends.endLives && isPlausible(home, ends, anchor)) return changed(found, anchor);
  }
  const quote = bareQuote(anchor.quote);
  const moved = home && ends && atLivingEnd(where, home, ends, quote);
  const elsewhere = moved ?? bestPlace(index, anchor, quote);
  if (elsewhere)
    return isSameWords(textOf(elsewhere), anchor.quote.exact)
      ? placed("moved", elsewhere, anchor)
      : changed(elsewhere, anchor);
  const replaced = home && replacedAt(home, ends, quote);
  return home && replaced ? changed({ where, index: home, ...replaced }, anchor) : orphaned(anchor);
}

function endsOf(index: DocumentIndex, home: FragmentIndex, { start, end }: TextAnchor): Ends | undefined {
  const first = placeOfLetter(index.doc, home, start.item);
  const last = first && placeOfLetter(index.doc, home, end.item);
  if (!first || !last) return undefined;
  return {
    start: first.offset,
    end: last.isAlive ? last.offset + 1 : last.offset,
    startLives: first.isAlive,
    endLives: last.isAlive,
  };
}

function isPlausible(home: FragmentIndex, { start, end }: Ends, { quote }: TextAnchor): boolean {
  const bare = home.bare();
  return bareIndexAt(bare, end) - bareIndexAt(bare, start) <= longestNow(bareQuote(quote));
}

/** The words beginning with the anchor's first letter, or ending with its last, where one of them still lives. */
function atLivingEnd(
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

function bestPlace(index: DocumentIndex, anchor: TextAnchor, quote: BareQuote): Found | undefined {
  return chooseBest(placesOfWords(index, quote), quote, anchor.rival)?.();
}

function* placesOfWords(index: DocumentIndex, quote: BareQuote) {
  for (const { where, index: place } of index.places()) {
    const bare = place.bare();
    for (const at of place.occurrences(quote.exact)) {
      const found = (): Found => ({ where, index: place, ...rangeOf(bare, at, at + quote.exact.length) });
      yield { place: found, score: likeness(bare.text, at, quote) };
    }
  }
}

/** The text that stands in the place of the words. Each end is witnessed by its own living letter, or by its neighbour. */
function replacedAt(home: FragmentIndex, ends: Ends | undefined, quote: BareQuote) {
  const bare = home.bare();
  if (!ends) return betweenNeighbours(bare, quote, undefined);
  const start = bareIndexAt(bare, ends.start);
  const end = bareIndexAt(bare, ends.end);
  if (ends.startLives && !ends.endLives) {
    const stop = startOfSuffix(bare.text, quote.suffix, Math.max(start + 1, end), longestNow(quote));
    if (stop !== undefined && stop - start <= longestNow(quote)) return rangeOf(bare, start, stop);
  }
  if ((ends.startLives || ends.endLives) && start < end && end - start <= longestNow(quote))
    return rangeOf(bare, start, end);
  return betweenNeighbours(bare, quote, { start, end: Math.max(start, end) });
}

const textOf = ({ index, start, end }: Found): string => index.text.slice(start, end);

function placed(state: "exact" | "moved", found: Found, anchor: TextAnchor): Resolution<TextSpan> {
  const at = spanOf(found);
  return at ? { state, at } : orphaned(anchor);
}

function changed(found: Found, anchor: TextAnchor): Resolution<TextSpan> {
  const at = spanOf(found);
  if (!at) return orphaned(anchor);
  return { state: "changed", at, was: anchor.quote.exact, now: found.index.text.slice(at.start, at.end) };
}

const orphaned = ({ quote }: TextAnchor): Resolution<TextSpan> => ({ state: "orphaned", was: quote.exact });

/** Undefined: no words stand there. */
function spanOf({ where, index, start, end }: Found): TextSpan | undefined {
  const words = wordsWithin(index.text, start, end);
  return words && { where, ...words, ...positionsOf(index, words.start, words.end) };
}
