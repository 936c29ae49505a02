import type { BareQuote } from "./quote.ts";

/** Surroundings that match by at least this many characters are a witness. */
const leastLikeness = 8;
/** By how much the best place must be better than any other, now or when the anchor was made. */
const clearMargin = 6;
/** Words this long that stand in one place only, then and now, need no surroundings. */
const tellingLength = 16;

/**
 * The place whose surroundings are those of the quote, if it is clear. `rival`: how like the likest other place was when the
 * quote was taken (-1: there was none); a place that is no better may be that one, and the quoted words gone.
 */
export function chooseBest<Place>(
  candidates: Iterable<{ readonly place: Place; readonly score: number }>,
  { exact, prefix, suffix }: BareQuote,
  rival: number,
): Place | undefined {
  let best: { readonly place: Place; readonly score: number } | undefined;
  let second = rival;
  for (const candidate of candidates) {
    if (best && candidate.score <= best.score) second = Math.max(second, candidate.score);
    else {
      second = Math.max(second, best?.score ?? -1);
      best = candidate;
    }
  }
  if (!best) return undefined;
  const isWitnessed = best.score >= Math.min(leastLikeness, prefix.length + suffix.length);
  if (second === -1) return isWitnessed || exact.length >= tellingLength ? best.place : undefined;
  return isWitnessed && best.score - second >= clearMargin ? best.place : undefined;
}
