import { ok, refuse, type Result } from "@consilium/foundation";
import { anchorLimits, type ObservationAnchor, type RecordTextAnchor } from "./anchor.ts";
import { bareOf, isSameWords, rangeOf } from "./bare-text.ts";
import { chooseBest } from "./choose-best.ts";
import { occurrencesIn } from "./fragment-index.ts";
import type { AnchorRefusal } from "./make-anchor.ts";
import { bareQuote, likeness, quoteAt, wordsWithin } from "./quote.ts";
import type { Resolution } from "./resolve-text-anchor.ts";

/** A record as far as anchors need it. */
export interface QuotableRecord {
  readonly id: string;
  /** `recordDigest` of clinical. */
  readonly sha256: string;
  /** `recordPlainText` of clinical: the one rendering that offsets refer to. */
  readonly text: string;
}

export interface RecordSpan {
  readonly record: string;
  readonly start: number;
  readonly end: number;
}

export function makeRecordTextAnchor(
  { id, sha256, text }: QuotableRecord,
  start: number,
  end: number,
): Result<RecordTextAnchor, AnchorRefusal> {
  const words = wordsWithin(text, start, end);
  if (!words) return refuse("no-words");
  if (words.end - words.start > anchorLimits.quote) return refuse("quote-too-long");
  return ok({
    kind: "record-text",
    record: id,
    sha256,
    quote: quoteAt(text, words.start, words.end),
    ...words,
  });
}

/** A record that was filed anew may hold the words elsewhere; their surroundings must then say which they are. */
export function resolveRecordTextAnchor(
  record: QuotableRecord | undefined,
  anchor: RecordTextAnchor,
): Resolution<RecordSpan> {
  const { quote, start, end } = anchor;
  const orphaned = { state: "orphaned", was: quote.exact } as const;
  if (!record || record.id !== anchor.record) return orphaned;
  const isSame = record.sha256 === anchor.sha256;
  if (isSame && record.text.slice(start, end) === quote.exact)
    return { state: "exact", at: { record: record.id, start, end } };
  const bare = bareOf(record.text);
  const wanted = bareQuote(quote);
  const best = chooseBest(
    occurrencesIn(bare.text, wanted.exact).map((at) => ({
      place: at,
      isNear: false,
      isHome: false,
      score: likeness(bare.text, at, wanted),
    })),
    wanted,
    -1,
  );
  if (!best) return orphaned;
  const at = { record: record.id, ...rangeOf(bare, best.place, best.place + wanted.exact.length) };
  const now = record.text.slice(at.start, at.end);
  return isSameWords(now, quote.exact)
    ? { state: "moved", at }
    : { state: "changed", at, was: quote.exact, now };
}

/** A value is there or not: it is not looked for among others. */
export function resolveObservationAnchor(
  record: { readonly id: string; readonly observations: ReadonlySet<string> } | undefined,
  anchor: ObservationAnchor,
): Resolution<ObservationAnchor> {
  const isThere = record?.id === anchor.record && record.observations.has(anchor.observation);
  return isThere ? { state: "exact", at: anchor } : { state: "orphaned", was: "" };
}
