import { isUlid } from "@consilium/foundation";
import { isDigest, parseQuote, type Quote } from "./plain-values.ts";

/**
 * A place on a page of a PDF or on one of several pictures. The rectangles come first, the quote second: letters that a PDF
 * hands out may stand in another order than they are read in.
 */
export interface PageAnchor {
  readonly kind: "page";
  readonly record: string;
  /** Of the file that the page is in. */
  readonly sha256: string;
  /** From 1. Of pictures, which one. */
  readonly page: number;
  readonly rectangles: readonly Rectangle[];
  /** Null: no words, a region. */
  readonly quote: Quote | null;
}

/** Left, top, width and height, as parts of the upright page's width and height: 0 to 1. */
export type Rectangle = readonly [left: number, top: number, width: number, height: number];

export const pageAnchorLimits = { pages: 10_000, rectangles: 64 } as const;

/** Undefined: no place on a page. */
export function parsePageAnchor(value: Readonly<Record<string, unknown>>): PageAnchor | undefined {
  const { record, sha256, page, rectangles } = value;
  const quote = value["quote"] === null ? null : parseQuote(value["quote"]);
  if (!isUlid(record) || !isDigest(sha256) || !isPage(page) || quote === undefined) return undefined;
  if (!Array.isArray(rectangles) || rectangles.length === 0) return undefined;
  if (rectangles.length > pageAnchorLimits.rectangles) return undefined;
  const parsed = rectangles.flatMap((each: unknown) => parseRectangle(each) ?? []);
  if (parsed.length !== rectangles.length) return undefined;
  return { kind: "page", record, sha256, page, rectangles: parsed, quote };
}

function parseRectangle(value: unknown): readonly [Rectangle] | undefined {
  if (!Array.isArray(value) || value.length !== 4) return undefined;
  const parts: readonly unknown[] = value;
  if (!parts.every(isPart)) return undefined;
  const [left = 0, top = 0, width = 0, height = 0] = parts;
  if (width === 0 || height === 0 || left + width > ceiling || top + height > ceiling) return undefined;
  return [[left, top, width, height]];
}

/** Parts are rounded: their sum may be a hair above the whole. */
const ceiling = 1.001;

const isPart = (value: unknown): value is number => typeof value === "number" && value >= 0 && value <= 1;
const isPage = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= pageAnchorLimits.pages;
