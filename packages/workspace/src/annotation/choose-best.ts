import { type BareQuote, fullLikeness } from "./quote.ts";

/** Surroundings that match by at least this many characters are a witness. */
const leastLikeness = 8;
/** By how much the best place must be better than any other, now or when the anchor was made. */
const clearMargin = 6;
/** Words this long that stand in one place only, then and now, need no surroundings. */
const tellingLength = 16;
/** Elsewhere, this part of the surroundings must have come along. */
const farShare = 1 / 2;

export interface Scored<Place> {
  readonly place: Place;
  readonly score: number;
  /** It is where the words stood. */
  readonly isNear: boolean;
  /** It is in the very block that held the words, or in what an editor wrote in its stead. */
  readonly isHome: boolean;
}

/**
 * The place whose surroundings are those of the quote, if it is clear. `rival`: how like the likest other place was when the
 * quote was taken, of those that cannot be told by their letters now (-1: there is none); a place that is no better may be that
 * one, and the quoted words gone. In its own block an equal copy elsewhere does not matter, but equal places are
 * not told apart anywhere else; a better place elsewhere is doubtful as soon as something like them still stands there.
 */
export function chooseBest<Candidate extends Scored<unknown>>(
  candidates: readonly Candidate[],
  quote: BareQuote,
  rival: number,
): Candidate | undefined {
  const [best, ...others] = candidates.toSorted(
    (one, other) =>
      other.score - one.score ||
      Number(other.isHome) - Number(one.isHome) ||
      Number(other.isNear) - Number(one.isNear),
  );
  if (!best) return undefined;
  if (best.isHome) return isClearAtHome(best, others, quote, rival) ? best : undefined;
  if (!best.isNear && others.some(({ isNear, score }) => isNear && score >= leastLikeness)) return undefined;
  // Copied, and then the words or the copy went away and came back: which of them stands here, nobody knows.
  if ((others[0]?.score ?? -1) >= best.score) return undefined;
  const competing = best.isNear ? others.filter(({ isNear }) => isNear) : others;
  if (!best.isNear && best.score < farShare * fullLikeness(quote)) return undefined;
  return isClear(best.score, competing[0]?.score ?? -1, rival, quote) ? best : undefined;
}

/** A copy elsewhere does not matter here; without one that is as like, all of the surroundings are enough. */
function isClearAtHome(
  { score }: Scored<unknown>,
  others: readonly Scored<unknown>[],
  quote: BareQuote,
  rival: number,
): boolean {
  const most = Math.max(rival, ...others.map((other) => other.score));
  if (score === fullLikeness(quote) && score > Math.max(most, leastLikeness)) return true;
  const second = others.find(({ isHome }) => isHome)?.score ?? -1;
  return isClear(score, second, rival, quote);
}

function isClear(score: number, second: number, rival: number, quote: BareQuote): boolean {
  const full = fullLikeness(quote);
  const isWitnessed = score >= Math.min(leastLikeness, full);
  if (second === -1 && rival === -1) return isWitnessed || quote.exact.length >= tellingLength;
  // Too like the words' own place to be one of the rivals: one of the two is a copy made since, and nobody knows which.
  if (second > rival && 2 * second >= full) return false;
  return isWitnessed && score - Math.max(second, rival) >= clearMargin;
}
