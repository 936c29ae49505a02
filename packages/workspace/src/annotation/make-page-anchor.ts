import { ok, refuse, type Result } from "@consilium/foundation";
import { anchorLimits } from "./anchor.ts";
import type { AnchorRefusal } from "./make-anchor.ts";
import type { PageAnchor, Rectangle } from "./page-anchor.ts";
import { quoteAt, wordsWithin } from "./quote.ts";

/** A page of a document, or one of several pictures. */
export interface PageOfRecord {
  readonly record: string;
  /** Of the file that the page is in. */
  readonly sha256: string;
  /** From 1. */
  readonly page: number;
}

/** An anchor on the words [start, end) of the page's text, which lie in the rectangles. */
export function makePageAnchor(
  page: PageOfRecord,
  rectangles: readonly Rectangle[],
  text: string,
  start: number,
  end: number,
): Result<PageAnchor, AnchorRefusal> {
  const words = wordsWithin(text, start, end);
  if (!words || rectangles.length === 0) return refuse("no-words");
  if (words.end - words.start > anchorLimits.quote) return refuse("quote-too-long");
  return ok({ kind: "page", ...page, rectangles, quote: quoteAt(text, words.start, words.end) });
}

/** An anchor on a part of the page, whatever stands in it. */
export const makeRegionAnchor = (page: PageOfRecord, rectangle: Rectangle): PageAnchor => ({
  kind: "page",
  ...page,
  rectangles: [rectangle],
  quote: null,
});
