import { anchorLimits, type Quote } from "./anchor.ts";
import { type BareText, bareWords, isBlank } from "./bare-text.ts";
import { occurrencesIn } from "./fragment-index.ts";
import { onPairs, partsPair } from "./surrogates.ts";

/** The words [start, end) of a text with what stands around them. */
export function quoteAt(text: string, start: number, end: number): Quote {
  const before = Math.max(0, start - anchorLimits.surroundings);
  const after = Math.min(text.length, end + anchorLimits.surroundings);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(partsPair(text, before) ? before + 1 : before, start),
    suffix: text.slice(end, partsPair(text, after) ? after - 1 : after),
  };
}

/** The selection without white space and links at its ends, on whole characters. Undefined: nothing is left. */
export function wordsWithin(text: string, from: number, to: number) {
  let { start, end } = onPairs(text, Math.max(0, from), Math.min(text.length, to));
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (start < end && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return start < end ? { start, end } : undefined;
}

/** A quote as it is looked for. */
export interface BareQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The text began, or ended, within the surroundings. */
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
}

export const bareQuote = ({ exact, prefix, suffix }: Quote): BareQuote => ({
  exact: bareWords(exact),
  prefix: bareWords(prefix),
  suffix: bareWords(suffix),
  // A unit less where a surrogate pair would have been parted.
  isAtStart: prefix.length < anchorLimits.surroundings - 1,
  isAtEnd: suffix.length < anchorLimits.surroundings - 1,
});

/** What the beginning or the end of the text counts among the surroundings, in characters. */
const edge = 4;

export const fullLikeness = ({ prefix, suffix, isAtStart, isAtEnd }: BareQuote): number =>
  prefix.length + suffix.length + (isAtStart ? edge : 0) + (isAtEnd ? edge : 0);

/** How many characters around the words that begin at `at` in the bare text are those of the quote. */
export function likeness(text: string, at: number, quote: BareQuote): number {
  const { exact, prefix, suffix } = quote;
  let before = 0;
  while (
    before < prefix.length &&
    before < at &&
    text.charCodeAt(at - 1 - before) === prefix.charCodeAt(prefix.length - 1 - before)
  )
    before += 1;
  const end = at + exact.length;
  let after = 0;
  while (after < suffix.length && text.charCodeAt(end + after) === suffix.charCodeAt(after)) after += 1;
  const isAtStart = quote.isAtStart && before === prefix.length && at === before;
  const isAtEnd = quote.isAtEnd && after === suffix.length && end + after === text.length;
  return before + after + (isAtStart ? edge : 0) + (isAtEnd ? edge : 0);
}

/** What must be alike on a side of the words, in characters; all of it, where there is less. */
const leastOnASide = 8;

/** Whether the words that begin at `at` in the bare text have both neighbours of the quote. */
export function isWitnessedOnBothSides(text: string, at: number, quote: BareQuote): boolean {
  const before = { ...quote, suffix: "", isAtEnd: false };
  const after = { ...quote, prefix: "", isAtStart: false };
  return [before, after].every(
    (side) => likeness(text, at, side) >= Math.min(leastOnASide, fullLikeness(side)),
  );
}

/** So much of each neighbour tells that a seam is the quote's own and not one of the same words, in characters. */
const seam = 16;

/**
 * Whether the words still begin after their neighbour and, further on, still end before the other one, with something else between:
 * then they were parted or altered there, and the same words elsewhere are a copy.
 */
export function areTornIn(text: string, { prefix, exact, suffix }: BareQuote): boolean {
  const half = Math.min(leastOnASide, exact.length >> 1);
  if (half === 0 || Math.min(prefix.length, suffix.length) < seam) return false;
  const before = prefix.slice(-seam);
  const begins = occurrencesIn(text, before + exact.slice(0, half)).find(
    (at) => !text.startsWith(exact, at + seam),
  );
  const ends = occurrencesIn(text, exact.slice(-half) + suffix.slice(0, seam)).findLast(
    (at) => !text.slice(0, at + half).endsWith(exact),
  );
  return begins !== undefined && ends !== undefined && begins < ends;
}

/** A neighbour shorter than this says nothing, unless the text begins or ends with it. */
const leastNeighbour = 8;

/**
 * The text between the quote's neighbours, for words that were replaced. `near` is where the words were, as a range of the bare
 * text; without it both neighbours must stand there once only. Undefined: no such text, or too much of it.
 */
export function betweenNeighbours(
  bare: BareText,
  quote: BareQuote,
  near: { readonly start: number; readonly end: number } | undefined,
) {
  const longest = longestNow(quote);
  if (!near && Math.min(quote.prefix.length, quote.suffix.length) < leastNeighbour) return undefined;
  const start = endOfPrefix(bare.text, quote.prefix, near?.start, longest);
  const end = startOfSuffix(bare.text, quote.suffix, near?.end, longest);
  if (start === undefined || end === undefined || start >= end || end - start > longest) return undefined;
  return { start, end };
}

/** More than this was not put in the place of the quoted words. */
export const longestNow = ({ exact }: BareQuote): number => 2 * exact.length + 40;

function endOfPrefix(text: string, prefix: string, near: number | undefined, longest: number) {
  if (prefix.length < leastNeighbour) return text.startsWith(prefix) ? prefix.length : undefined;
  if (near === undefined) {
    const at = text.indexOf(prefix);
    return at >= 0 && text.lastIndexOf(prefix) === at ? at + prefix.length : undefined;
  }
  const at = text.lastIndexOf(prefix, near - prefix.length);
  const end = at + prefix.length;
  return near >= prefix.length && at >= 0 && near - end <= longest ? end : undefined;
}

export function startOfSuffix(text: string, suffix: string, near: number | undefined, longest: number) {
  if (suffix.length < leastNeighbour) return text.endsWith(suffix) ? text.length - suffix.length : undefined;
  const at = text.indexOf(suffix, near ?? 0);
  if (at < 0) return undefined;
  if (near === undefined) return text.lastIndexOf(suffix) === at ? at : undefined;
  return at - near <= longest ? at : undefined;
}
