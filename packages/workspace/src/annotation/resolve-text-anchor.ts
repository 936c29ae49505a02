import type { TextAnchor, TextPlace } from "./anchor.ts";
import { bareIndexAt, isSameWords } from "./bare-text.ts";
import type { DocumentIndex } from "./document-index.ts";
import { replacedWords } from "./find-replaced.ts";
import { atLivingEnd, bestPlaceOfWords } from "./find-words.ts";
import type { Ends, Found } from "./found.ts";
import { type FragmentIndex, positionsOf } from "./fragment-index.ts";
import { placeOfLetter } from "./letter.ts";
import { bareQuote, longestNow, wordsWithin } from "./quote.ts";

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

/** Words with so little around them may have been written anew elsewhere: what stands between the old neighbours goes first. */
const strongLikeness = 16;

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
  const best = moved ? undefined : bestPlaceOfWords(index, anchor, quote);
  const isWeak = best !== undefined && best.score < strongLikeness;
  const replaced = moved || (best && !isWeak) ? undefined : replacedWords(index, where, ends, quote);
  const found = moved ?? replaced ?? best?.place;
  if (!found) return orphaned(anchor);
  const now = found.index.text.slice(found.start, found.end);
  return isSameWords(now, anchor.quote.exact) ? placed("moved", found, anchor) : changed(found, anchor);
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
