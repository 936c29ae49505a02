import type { LetterId, TextAnchor, TextPlace } from "./anchor.ts";
import { bareIndexAt, rangeOf } from "./bare-text.ts";
import { nearBlock } from "./block.ts";
import { chooseBest, type Scored } from "./choose-best.ts";
import { type Descent, descentOf } from "./descent.ts";
import type { DocumentIndex } from "./document-index.ts";
import { countEchoes } from "./echoes.ts";
import type { Ends, Found } from "./found.ts";
import type { FragmentIndex } from "./fragment-index.ts";
import { isSameLetter, letterAt } from "./letter.ts";
import { areTornIn, type BareQuote, fullLikeness, isWitnessedOnBothSides, likeness } from "./quote.ts";

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

interface Candidate extends Scored<Found> {
  /** Where it begins in the bare text of its place. */
  readonly at: number;
  readonly letter: LetterId | undefined;
  readonly descent: Descent;
}

/** Where another place is half as like as can be, the best must be better by this much. */
const doubtfulMargin = 12;
/** So many of the quote's pieces standing more often than before tell that it was copied. */
const leastGrown = 2;

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
  const best = chooseBest(candidates, quote, likest);
  if (!best) return undefined;
  const others = candidates.filter((candidate) => candidate !== best).map(({ score }) => score);
  return isDoubtful(index, anchor, quote, best, Math.max(likest, ...others)) ? undefined : best;
}

/** Words whose letters are all gone, found where their block did not go, may be a copy or may have been typed there. */
function isDoubtful(
  index: DocumentIndex,
  { where, echoes }: TextAnchor,
  quote: BareQuote,
  { place, at, score, descent }: Candidate,
  second: number,
): boolean {
  if (descent === "own" || descent === "before") return false;
  if (2 * second >= fullLikeness(quote) && score - second < doubtfulMargin) return true;
  if (descent === "after") return false;
  if (!isWitnessedOnBothSides(place.index.bare().text, at, quote)) return true;
  if (areTornIn(index.place(where)?.bare().text ?? "", quote)) return true;
  const grown = countEchoes(index, quote).filter((count, nth) => count > (echoes[nth] ?? 0));
  return grown.length >= leastGrown;
}

function placesOfWords(
  index: DocumentIndex,
  { where, block }: TextAnchor,
  quote: BareQuote,
): readonly Candidate[] {
  const home = index.place(where);
  const near = home && nearBlock(index.doc, home, block);
  return index.places().flatMap(({ where: at, index: place }) => {
    const bare = place.bare();
    return place.occurrences(quote.exact).map((from) => {
      const range = rangeOf(bare, from, from + quote.exact.length);
      const found: Found = { where: at, index: place, ...range };
      const descent = place === home ? descentOf(index.doc, home, range.start, block) : "away";
      const isNear =
        place === home && near !== undefined && range.start >= near.start && range.end <= near.end;
      return {
        place: found,
        at: from,
        letter: letterAt(place, range.start),
        score: likeness(bare.text, from, quote),
        isNear,
        isHome: descent === "own",
        descent,
      };
    });
  });
}
