import { type BareQuote, fullLikeness } from "./quote.ts";

/** Surroundings that match by at least this many characters are a witness. */
const leastLikeness = 8;
/** By how much the best place must be better than any other, now or when the anchor was made. */
const clearMargin = 6;
/** Words this long that stand in one place only, then and now, need no surroundings. */
const tellingLength = 16;

export interface Scored<Place> {
  readonly place: Place;
  readonly score: number;
}

/**
 * The place whose surroundings are those of the quote, if it is clear. `rival`: how like the likest other place was when the
 * quote was taken, of those that cannot be told by their letters now (-1: there is none); a place that is no better may be that
 * one, and the quoted words gone.
 */
export function chooseBest<Place>(
  candidates: Iterable<Scored<Place>>,
  quote: BareQuote,
  rival: number,
): Scored<Place> | undefined {
  let best: Scored<Place> | undefined;
  let second = rival;
  for (const candidate of candidates) {
    if (best && candidate.score <= best.score) second = Math.max(second, candidate.score);
    else {
      second = Math.max(second, best?.score ?? -1);
      best = candidate;
    }
  }
  return best && isClear(best.score, second, quote) ? best : undefined;
}

function isClear(score: number, second: number, quote: BareQuote): boolean {
  const full = fullLikeness(quote);
  const isWitnessed = score >= Math.min(leastLikeness, full);
  if (second === -1) return isWitnessed || quote.exact.length >= tellingLength;
  // Nothing around the words has changed: then any difference tells them from the others.
  if (score === full && score > second) return isWitnessed;
  return isWitnessed && score - second >= clearMargin;
}
