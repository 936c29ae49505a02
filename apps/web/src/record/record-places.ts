import { layRecordText, type RecordText, sameObservations, type StoredFile } from "@consilium/clinical";
import {
  type Anchor,
  type ImageAnchor,
  type PageAnchor,
  type QuotableRecord,
  resolveObservationAnchor,
  resolveRecordTextAnchor,
  type SlideAnchor,
  type Thread,
  type WaveformAnchor,
} from "@consilium/workspace";
import type { filedContent } from "./record-query.ts";

export type FiledRecord = ReturnType<typeof filedContent>;

/** A record as it lies open: its one text, which anchors refer to. */
export interface OpenRecord extends QuotableRecord {
  readonly filed: FiledRecord;
  readonly laid: RecordText;
  readonly observations: ReadonlySet<string>;
  /** Ids that it was filed under before: anchors name them still. */
  readonly replaces: readonly string[];
  /** What it was before, of those whose pages or values may be marked, the newest first. */
  readonly earlier: readonly FiledRecord[];
  /** By the ids of their values: the same values now. */
  readonly sameObservations: ReadonlyMap<string, string>;
}

export function openRecord(
  filed: FiledRecord,
  sha256: string,
  replaces: readonly string[] = [],
  earlier: readonly FiledRecord[] = [],
): OpenRecord {
  const laid = layRecordText(filed);
  const points = filed.kind === "laboratory" ? filed.content.series.flatMap(({ points: all }) => all) : [];
  return {
    filed,
    id: filed.id,
    sha256,
    text: laid.text,
    laid,
    observations: new Set(points.map(({ id }) => id)),
    replaces,
    earlier,
    sameObservations: new Map(earlier.flatMap((one) => [...valuesNow(one, filed)])),
  };
}

const valuesNow = (earlier: FiledRecord, now: FiledRecord): ReadonlyMap<string, string> =>
  earlier.kind === "laboratory" && now.kind === "laboratory"
    ? sameObservations(earlier.content, now.content)
    : new Map<string, string>();

/** Where an anchor stands in a record. */
export type RecordPlace =
  | { readonly is: "stretch"; readonly start: number; readonly end: number }
  | { readonly is: "value"; readonly observation: string }
  | { readonly is: "named"; readonly place: string }
  /** On a page or a picture: its viewer shows it. */
  | { readonly is: "page"; readonly anchor: PageAnchor }
  | { readonly is: "image"; readonly anchor: ImageAnchor }
  | { readonly is: "slide"; readonly anchor: SlideAnchor }
  | { readonly is: "waveform"; readonly anchor: WaveformAnchor }
  /** On a page of what the record was before, `version`: there it can be seen. */
  | { readonly is: "earlier"; readonly version: FiledRecord; readonly anchor: PageAnchor }
  | { readonly is: "lost"; readonly words: string };

/** An anchor with the names that its record and its value have now. Undefined: it is about another record, or none. */
export function anchorHere(
  record: OpenRecord,
  named: Anchor | undefined,
): Exclude<Anchor, { readonly kind: "text" }> | undefined {
  if (!named || named.kind === "text") return undefined;
  if (named.record !== record.id && !record.replaces.includes(named.record)) return undefined;
  if (named.kind !== "observation") return { ...named, record: record.id };
  const observation = record.sameObservations.get(named.observation) ?? named.observation;
  return { ...named, record: record.id, observation };
}

/** Undefined: it is about another record, or not about a record. */
export function placeInRecord(record: OpenRecord, named: Anchor | undefined): RecordPlace | undefined {
  const anchor = anchorHere(record, named);
  if (!anchor) return undefined;
  switch (anchor.kind) {
    case "record-text": {
      const found = resolveRecordTextAnchor(record, anchor);
      if (found.state === "orphaned") return { is: "lost", words: found.was };
      return { is: "stretch", start: found.at.start, end: found.at.end };
    }
    case "observation": {
      const found = resolveObservationAnchor(record, anchor);
      return found.state === "orphaned"
        ? { is: "lost", words: "" }
        : { is: "value", observation: anchor.observation };
    }
    case "record-place":
      return { is: "named", place: anchor.place };
    case "page":
      return placeOnPage(record, anchor);
    case "image":
      return { is: "image", anchor };
    case "waveform":
      return hasSeries(record.filed, anchor.series)
        ? { is: "waveform", anchor }
        : { is: "lost", words: anchor.mark?.says ?? "" };
    case "slide":
      return record.filed.kind === "slide" && record.filed.content.tiles.file.sha256 === anchor.sha256
        ? { is: "slide", anchor }
        : { is: "lost", words: anchor.mark.says ?? "" };
  }
}

/** Pages are those of one file. What was marked on an earlier version's stays there, and is not put on the newer one's. */
function placeOnPage({ filed, earlier }: OpenRecord, anchor: PageAnchor): RecordPlace {
  const has = (version: FiledRecord) => pageFile(version, anchor.page)?.sha256 === anchor.sha256;
  if (has(filed)) return { is: "page", anchor };
  const version = earlier.find(has);
  return version
    ? { is: "earlier", version, anchor: { ...anchor, record: version.id } }
    : { is: "lost", words: anchor.quote?.exact ?? "" };
}

export const hasSeries = (filed: FiledRecord, uid: string): boolean =>
  filed.kind === "imaging-study" && filed.content.series.some((series) => series.uid === uid);

/** Whether a report names this place. */
export const hasPlace = (filed: FiledRecord, id: string): boolean =>
  (filed.kind === "pathology" || filed.kind === "imaging-report") &&
  filed.content.places.some((place) => place.id === id);

/** Of a place that a report names, in an address. */
export const pieceOfPlace = (id: string): string => `place.${id}`;

/** A piece of the record's text by its key (`TextPiece`), or a place that it names. Undefined: it has no such piece. */
export function placeOfPiece(
  { filed, laid, observations }: OpenRecord,
  key: string,
): RecordPlace | undefined {
  const named = key.startsWith("place.") ? key.slice("place.".length) : undefined;
  if (named !== undefined) return hasPlace(filed, named) ? { is: "named", place: named } : undefined;
  const observation = key.startsWith("point.") ? key.slice("point.".length) : undefined;
  if (observation !== undefined)
    return observations.has(observation) ? { is: "value", observation } : undefined;
  const piece = laid.pieces.find((one) => one.key === key);
  return piece && { is: "stretch", start: piece.from, end: piece.to };
}

/** The file that a page is in: the document's, or that of one of several pictures. */
function pageFile(filed: FiledRecord, page: number): StoredFile | undefined {
  if (filed.kind === "document") return filed.content.file;
  return filed.kind === "pictures" ? filed.content.pictures[page - 1]?.file : undefined;
}

export interface ThreadInRecord {
  readonly thread: Thread;
  readonly place: RecordPlace;
}

/** The threads of one record, in the order of its text; what lost its place first. */
export function threadsInRecord(record: OpenRecord, threads: readonly Thread[]): readonly ThreadInRecord[] {
  return threads
    .flatMap((thread) => {
      const place = placeInRecord(record, thread.anchor);
      return place ? [{ thread, place }] : [];
    })
    .toSorted((one, other) => orderOf(record, one.place) - orderOf(record, other.place));
}

function orderOf({ laid }: OpenRecord, place: RecordPlace): number {
  if (place.is === "stretch") return place.start;
  if (place.is === "page")
    return place.anchor.page + Math.min(...place.anchor.rectangles.map(([, top]) => top));
  if (place.is !== "value") return -1;
  return laid.pieces.find(({ key }) => key === `point.${place.observation}`)?.from ?? -1;
}

/** The record that an anchor is about. */
export const recordOf = (anchor: Anchor | undefined): string | undefined =>
  anchor && anchor.kind !== "text" ? anchor.record : undefined;
