import { isUlid } from "@consilium/foundation";
import { type ImageAnchor, parseImageAnchor } from "./image-anchor.ts";
import { type PageAnchor, parsePageAnchor } from "./page-anchor.ts";
import { anchorLimits, isCount, isDigest, isName, isObject, parseQuote, type Quote } from "./plain-values.ts";
import { parseSlideAnchor, type SlideAnchor } from "./slide-anchor.ts";
import { parseWaveformAnchor, type WaveformAnchor } from "./waveform-anchor.ts";

export { anchorLimits, type Quote };

/**
 * Where an annotation stands (documents.md, section 4; after the W3C Web Annotation selectors). Plain JSON.
 */
export type Anchor =
  | TextAnchor
  | RecordTextAnchor
  | RecordPlaceAnchor
  | ObservationAnchor
  | PageAnchor
  | ImageAnchor
  | SlideAnchor
  | WaveformAnchor;

/** A phrase in the rich text of a document: a composite, because Yjs positions alone do not survive ordinary editing. */
export interface TextAnchor {
  readonly kind: "text";
  readonly where: TextPlace;
  /** The phrase's first letter. */
  readonly start: LetterPosition;
  /** The phrase's last letter. */
  readonly end: LetterPosition;
  /** The block of the top level that held the first letter. It keeps its place among the others when its letters are gone. */
  readonly block: LetterId;
  readonly quote: Quote;
  /** Other places with the same words when the anchor was made: the likest, at most `anchorLimits.rivals`. */
  readonly rivals: readonly Rival[];
  /** The likeness of the likest place that is not among them; -1: there was none. */
  readonly rest: number;
  /** `countEchoes` when the anchor was made. */
  readonly echoes: readonly number[];
  /** UTF-16 offset in the place's text when the anchor was made: the order of threads whose words are gone. */
  readonly hint: number;
}

export type TextPlace = { readonly section: string } | { readonly item: string; readonly field: string };

/** A Yjs relative position as `relativePositionToJSON` gives it: 0 stands before its letter, -1 after it. */
export interface LetterPosition {
  readonly item: LetterId;
  readonly assoc: 0 | -1;
}

/** The Yjs id of one UTF-16 unit, or of a block. */
export interface LetterId {
  readonly client: number;
  readonly clock: number;
}

/** A place that could be mistaken for the anchor's, were the anchor's words gone. */
export interface Rival {
  /** Its first letter. */
  readonly letter: LetterId;
  /** How many characters around it are those around the quote. */
  readonly likeness: number;
}

/** A phrase in a record's text. Offsets are UTF-16, in `recordText(content)`. */
export interface RecordTextAnchor {
  readonly kind: "record-text";
  readonly record: string;
  /** Lower-case hexadecimal, of the record's content as it was filed. */
  readonly sha256: string;
  readonly quote: Quote;
  readonly start: number;
  readonly end: number;
}

/** A place that a report names: a slice, a loop, a region of a slide (`Place` of clinical). */
export interface RecordPlaceAnchor {
  readonly kind: "record-place";
  readonly record: string;
  readonly place: string;
}

/** A laboratory value. */
export interface ObservationAnchor {
  readonly kind: "observation";
  readonly record: string;
  readonly observation: string;
}

/** Undefined: not an anchor that this app knows. What a seat wrote into its own layer is believed in nothing. */
export function parseAnchor(value: unknown): Anchor | undefined {
  if (!isObject(value)) return undefined;
  if (value["kind"] === "text") return parseTextAnchor(value);
  if (value["kind"] === "record-text") return parseRecordTextAnchor(value);
  if (value["kind"] === "page") return parsePageAnchor(value);
  if (value["kind"] === "image") return parseImageAnchor(value);
  if (value["kind"] === "slide") return parseSlideAnchor(value);
  if (value["kind"] === "waveform") return parseWaveformAnchor(value);
  if (value["kind"] === "record-place") {
    const { record, place } = value;
    return isUlid(record) && isName(place) ? { kind: "record-place", record, place } : undefined;
  }
  if (value["kind"] !== "observation") return undefined;
  const { record, observation } = value;
  return isUlid(record) && isName(observation) ? { kind: "observation", record, observation } : undefined;
}

function parseTextAnchor(value: Readonly<Record<string, unknown>>): TextAnchor | undefined {
  const where = parsePlace(value["where"]);
  const start = parsePosition(value["start"], 0);
  const end = parsePosition(value["end"], -1);
  const block = parseLetter(value["block"]);
  const quote = parseQuote(value["quote"]);
  const rivals = parseRivals(value["rivals"]);
  const echoes = parseEchoes(value["echoes"]);
  const { rest, hint } = value;
  if (
    !where ||
    !start ||
    !end ||
    !block ||
    !quote ||
    !rivals ||
    !echoes ||
    !isCount(hint) ||
    !(rest === -1 || isCount(rest))
  )
    return undefined;
  return { kind: "text", where, start, end, block, quote, rivals, rest, echoes, hint };
}

function parseRecordTextAnchor(value: Readonly<Record<string, unknown>>): RecordTextAnchor | undefined {
  const { record, sha256, start, end } = value;
  const quote = parseQuote(value["quote"]);
  if (!isUlid(record) || !isDigest(sha256) || !quote || !isCount(start) || !isCount(end)) return undefined;
  return start < end ? { kind: "record-text", record, sha256, quote, start, end } : undefined;
}

function parsePlace(value: unknown): TextPlace | undefined {
  if (!isObject(value)) return undefined;
  const { section, item, field } = value;
  if (isName(section)) return { section };
  return isUlid(item) && isName(field) ? { item, field } : undefined;
}

function parsePosition<Side extends 0 | -1>(value: unknown, assoc: Side) {
  if (!isObject(value) || value["assoc"] !== assoc) return undefined;
  const item = parseLetter(value["item"]);
  return item && { item, assoc };
}

function parseLetter(value: unknown): LetterId | undefined {
  if (!isObject(value)) return undefined;
  const { client, clock } = value;
  return isCount(client) && isCount(clock) ? { client, clock } : undefined;
}

function parseRivals(value: unknown): readonly Rival[] | undefined {
  if (!Array.isArray(value) || value.length > anchorLimits.rivals) return undefined;
  const rivals = value.flatMap((entry: unknown): Rival[] => {
    const letter = isObject(entry) ? parseLetter(entry["letter"]) : undefined;
    const likeness = isObject(entry) ? entry["likeness"] : undefined;
    return letter && isCount(likeness) ? [{ letter, likeness }] : [];
  });
  return rivals.length === value.length ? rivals : undefined;
}

function parseEchoes(value: unknown): readonly number[] | undefined {
  return Array.isArray(value) && value.length === 4 && value.every(isCount) ? value : undefined;
}
