import type { TextPlace } from "./anchor.ts";
import { type BareText, bareIndexAt, rangeOf } from "./bare-text.ts";
import type { DocumentIndex } from "./document-index.ts";
import type { Ends, Found } from "./found.ts";
import { type FragmentIndex, occurrencesIn } from "./fragment-index.ts";
import { type BareQuote, betweenNeighbours, longestNow, startOfSuffix } from "./quote.ts";

interface BareRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What stands in the place of the words, where their letters stood. Each end is witnessed by its own living letter, or by its
 * neighbour.
 */
export function replacedWords(
  where: TextPlace,
  index: FragmentIndex,
  ends: Ends,
  quote: BareQuote,
): Found | undefined {
  const bare = index.bare();
  const range = nearEnds(bare, ends, quote);
  return range && { where, index, ...rangeOf(bare, range.start, range.end) };
}

/** Between the anchor's own first and last letter: its words if they stand there once, else what stands there now. */
export function betweenLivingEnds(
  where: TextPlace,
  index: FragmentIndex,
  { start, end, startLives, endLives }: Ends,
  quote: BareQuote,
): Found | undefined {
  if (!startLives || !endLives || start >= end) return undefined;
  const bare = index.bare();
  const whole = { start: bareIndexAt(bare, start), end: bareIndexAt(bare, end) };
  if (whole.end - whole.start > longestNow(quote)) return undefined;
  const words = narrowed(bare, whole, quote) ?? whole;
  // The same words pasted between the two letters are not the anchor's.
  const range = words.start === whole.start || words.end === whole.end ? words : whole;
  return { where, index, ...rangeOf(bare, range.start, range.end) };
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

/** Whether other words stand between the quote's neighbours, somewhere. */
export const isReplacedSomewhere = (index: DocumentIndex, quote: BareQuote): boolean =>
  index.places().some(({ index: place }) => {
    const bare = place.bare();
    const range = betweenNeighbours(bare, quote, undefined);
    return range !== undefined && !bare.text.slice(range.start, range.end).includes(quote.exact);
  });
