import { canonicalJson } from "@consilium/foundation";
import type { EvidenceUse, PageAnchor, Rectangle } from "@consilium/workspace";
import { type OpenRecord, placeInRecord, type RecordPlace } from "../record-places.ts";
import { type Report, reportedAt, type ReportPlace } from "../report-places.ts";

/** A sentence that relies on a record, and where in it. */
export interface UseInRecord {
  readonly use: EvidenceUse;
  readonly place: RecordPlace;
  /** The report that names the place, where the record has only its picture. */
  readonly report?: Report;
}

/**
 * The sentences that rely on places of one record, in the order of the text. `reported`: the places of its pictures that
 * reports name.
 */
export const usesInRecord = (
  record: OpenRecord,
  uses: readonly EvidenceUse[],
  reported: readonly ReportPlace[] = [],
): readonly UseInRecord[] =>
  uses.flatMap((use): UseInRecord[] => {
    const anchor = use.evidence?.anchor;
    const place = placeInRecord(record, anchor);
    if (place) return [{ use, place }];
    const named = anchor?.kind === "record-place" ? reportedAt(reported, anchor) : undefined;
    return named ? [{ use, place: { is: "named", place: named.place.id }, report: named.report }] : [];
  });

/** Those that rely on this place, or on a part of it. */
export const usesOfPlace = (
  uses: readonly UseInRecord[],
  place: RecordPlace | undefined,
): readonly EvidenceUse[] =>
  place ? uses.filter((one) => isSameSpot(one.place, place)).map(({ use }) => use) : [];

function isSameSpot(one: RecordPlace, other: RecordPlace): boolean {
  switch (one.is) {
    case "stretch":
      return other.is === "stretch" && one.start < other.end && other.start < one.end;
    case "value":
      return other.is === "value" && one.observation === other.observation;
    case "named":
      return other.is === "named" && one.place === other.place;
    case "page":
    case "earlier":
      return other.is === one.is && areOnSameSpot(one.anchor, other.anchor);
    case "image":
    case "slide":
    case "waveform":
      return other.is === one.is && canonicalJson({ ...one.anchor }) === canonicalJson({ ...other.anchor });
    case "lost":
      return false;
  }
}

const areOnSameSpot = (one: PageAnchor, other: PageAnchor): boolean =>
  one.page === other.page &&
  one.sha256 === other.sha256 &&
  one.rectangles.some((rectangle) => other.rectangles.some((another) => overlap(rectangle, another)));

const overlap = (
  [left, top, width, height]: Rectangle,
  [otherLeft, otherTop, otherWidth, otherHeight]: Rectangle,
): boolean =>
  left < otherLeft + otherWidth &&
  otherLeft < left + width &&
  top < otherTop + otherHeight &&
  otherTop < top + height;
