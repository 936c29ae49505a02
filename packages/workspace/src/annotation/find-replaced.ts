import type { TextPlace } from "./anchor.ts";
import { type BareText, bareIndexAt, rangeOf } from "./bare-text.ts";
import { type DocumentIndex, isSamePlace } from "./document-index.ts";
import type { Ends, Found } from "./found.ts";
import { occurrencesIn } from "./fragment-index.ts";
import { type BareQuote, betweenNeighbours, longestNow, startOfSuffix } from "./quote.ts";

interface BareRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What stands in the place of the words. Where a letter of them stood is known, or both neighbours stand somewhere once. Each
 * end is witnessed by its own living letter, or by its neighbour.
 */
export function replacedWords(
  index: DocumentIndex,
  where: TextPlace,
  ends: Ends | undefined,
  quote: BareQuote,
): Found | undefined {
  const found = index.places().flatMap(({ where: at, index: place }) => {
    const bare = place.bare();
    const isHome = isSamePlace(at, where);
    if (ends && !isHome) return [];
    const range = ends ? nearEnds(bare, ends, quote) : elsewhere(bare, quote);
    return range ? [{ where: at, index: place, ...rangeOf(bare, range.start, range.end) }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

function nearEnds(bare: BareText, ends: Ends, quote: BareQuote): BareRange | undefined {
  const start = bareIndexAt(bare, ends.start);
  const end = Math.max(start, bareIndexAt(bare, ends.end));
  if (ends.startLives && !ends.endLives) {
    const stop = startOfSuffix(bare.text, quote.suffix, Math.max(start + 1, end), longestNow(quote));
    if (stop !== undefined && stop - start <= longestNow(quote)) return { start, end: stop };
  }
  if ((ends.startLives || ends.endLives) && start < end && end - start <= longestNow(quote))
    return { start, end };
  const between = betweenNeighbours(bare, quote, { start, end });
  return between && narrowed(bare, between, quote);
}

/** Words that stand whole in the range are the words, if they stand there once. */
function narrowed(bare: BareText, { start, end }: BareRange, { exact }: BareQuote): BareRange | undefined {
  const [first, ...others] = occurrencesIn(bare.text.slice(start, end), exact);
  if (first === undefined) return { start, end };
  return others.length === 0 ? { start: start + first, end: start + first + exact.length } : undefined;
}

/** Not where the words stand whole: which of several places it is was not clear before, and is not now. */
function elsewhere(bare: BareText, quote: BareQuote): BareRange | undefined {
  const range = betweenNeighbours(bare, quote, undefined);
  return range && !bare.text.slice(range.start, range.end).includes(quote.exact) ? range : undefined;
}
