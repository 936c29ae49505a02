import type { TextAnchor, TextPlace } from "./anchor.ts";
import { isSameWords } from "./bare-text.ts";
import type { DocumentIndex } from "./document-index.ts";
import { betweenLivingEnds, isReplacedSomewhere, replacedWords } from "./find-replaced.ts";
import { atLivingEnd, bestPlaceOfWords } from "./find-words.ts";
import type { Ends, Found } from "./found.ts";
import { type FragmentIndex, positionsOf } from "./fragment-index.ts";
import { placeOfLetter } from "./letter.ts";
import { type BareQuote, bareQuote, wordsWithin } from "./quote.ts";

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

/** Words with less around them may have been written anew, if other words now stand between the old neighbours. */
const strongLikeness = 16;

export const resolveTextAnchor = (index: DocumentIndex, anchor: TextAnchor): Resolution<TextSpan> =>
  locateTextAnchor(index, anchor).found;

export interface Located {
  readonly found: Resolution<TextSpan>;
  /** Only the text of the anchor's own place was looked at: it stays so until that changes, whatever happens elsewhere. */
  readonly isAtHome: boolean;
}

export function locateTextAnchor(index: DocumentIndex, anchor: TextAnchor): Located {
  const { where, quote } = anchor;
  const home = index.place(where);
  const ends = home && endsOf(index, home, anchor);
  if (home && ends && isSameWords(home.text.slice(ends.start, ends.end), quote.exact)) {
    const own = { where, index: home, start: ends.start, end: ends.end };
    return { found: placed("exact", own, anchor), isAtHome: true };
  }
  const wanted = bareQuote(quote);
  const isAtHome = ends !== undefined && (ends.startLives || ends.endLives);
  const found =
    home && ends ? foundByLetters(index, anchor, home, ends, wanted) : foundElsewhere(index, anchor, wanted);
  if (!found) return { found: orphaned(anchor), isAtHome };
  const isSame = isSameWords(textOf(found), quote.exact);
  return { found: isSame ? placed("moved", found, anchor) : changed(found, anchor), isAtHome };
}

/** While one of its letters lives, the words are there: the same words elsewhere are a copy. */
function foundByLetters(
  index: DocumentIndex,
  anchor: TextAnchor,
  home: FragmentIndex,
  ends: Ends,
  quote: BareQuote,
): Found | undefined {
  const { where } = anchor;
  return (
    betweenLivingEnds(where, home, ends, quote) ??
    atLivingEnd(where, home, ends, quote) ??
    (ends.startLives || ends.endLives ? undefined : foundElsewhere(index, anchor, quote)) ??
    replacedWords(where, home, ends, quote)
  );
}

function foundElsewhere(index: DocumentIndex, anchor: TextAnchor, quote: BareQuote): Found | undefined {
  const best = bestPlaceOfWords(index, anchor, quote);
  if (!best || (best.score < strongLikeness && isReplacedSomewhere(index, quote))) return undefined;
  // A join takes the white space between two words away; elsewhere it says that they are others.
  return best.isNear || isSameWords(textOf(best.place), anchor.quote.exact) ? best.place : undefined;
}

const textOf = ({ index, start, end }: Found): string => index.text.slice(start, end);

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
