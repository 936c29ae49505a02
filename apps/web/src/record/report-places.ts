import type { Place, RecordOf } from "@consilium/clinical";
import type { Anchor, RecordPlaceAnchor } from "@consilium/workspace";
import { isNamed } from "./record-beside-text.ts";
import type { FiledRecord } from "./record-places.ts";
import { type CaseRecord, filedContent } from "./record-query.ts";

export type Report = RecordOf<"pathology"> | RecordOf<"imaging-report">;

/** A place that a report names, seen from the record that has its pictures. */
export interface ReportPlace {
  readonly report: Report;
  /** Ids that the report was filed under before: anchors name them still. */
  readonly replaces: readonly string[];
  readonly place: Place;
  /** In an address: which of all places it is. */
  readonly key: string;
}

const isReport = (record: FiledRecord): record is Report =>
  record.kind === "pathology" || record.kind === "imaging-report";

export const keyOfPlace = (report: string, place: string): string => `${report}/${place}`;

/** The places of these pictures that reports name, report by report. */
export function placesReportedIn(
  records: readonly CaseRecord[],
  images: FiledRecord,
): readonly ReportPlace[] {
  if (images.kind !== "imaging-study" && images.kind !== "slide") return [];
  const kind = images.kind === "slide" ? "pathology" : "imaging-report";
  return records
    .filter((record) => record.kind === kind)
    .flatMap((record): ReportPlace[] => {
      const report = filedContent(record);
      if (!isReport(report)) return [];
      const { replaces } = record;
      return report.content.places
        .filter((place) => hasPicture(report, place, images))
        .map((place) => ({ report, replaces, place, key: keyOfPlace(report.id, place.id) }));
    });
}

/** The place that an anchor on a report means. */
export const reportedAt = (
  reported: readonly ReportPlace[],
  { record, place }: Pick<RecordPlaceAnchor, "record" | "place">,
): ReportPlace | undefined =>
  reported.find(
    (one) => one.place.id === place && (one.report.id === record || one.replaces.includes(record)),
  );

/** The record that has the picture of a report's place. Undefined: none that this seat reads. */
export function picturesOf(
  records: readonly CaseRecord[],
  report: Report,
  place: Place,
): CaseRecord | undefined {
  const kind = report.kind === "pathology" ? "slide" : "imaging-study";
  return records.find((record) => record.kind === kind && hasPicture(report, place, filedContent(record)));
}

/** What a link opens: of a report's place its pictures where they are here, else the record that it names. */
export function recordToOpen(records: readonly CaseRecord[], anchor: Anchor): string | undefined {
  if (anchor.kind === "text") return undefined;
  if (anchor.kind !== "record-place") return anchor.record;
  const named = records.find((record) => isNamed(record, anchor.record));
  const report = named && filedContent(named);
  if (!report || !isReport(report)) return anchor.record;
  const place = report.content.places.find(({ id }) => id === anchor.place);
  return (place && picturesOf(records, report, place)?.id) ?? anchor.record;
}

function hasPicture(report: Report, { at }: Place, images: FiledRecord): boolean {
  if (report.kind === "pathology")
    return at.kind === "slide-region" && images.kind === "slide" && isSlideOf(report, at.slide, images);
  return (
    at.kind === "slice" &&
    images.kind === "imaging-study" &&
    isStudyOf(report.content, images.content) &&
    images.content.series.some((series) => series.number === at.series && canBeSeen(series))
  );
}

/** Of the laboratory that the slide came from: a label alone says little, every case has a B2. */
const isSlideOf = (report: Report, label: string, { source, content }: RecordOf<"slide">): boolean =>
  source === report.source && content.label === label;

/** By the number under which the archive has both. */
const isStudyOf = (
  { accession, modality }: RecordOf<"imaging-report">["content"],
  study: RecordOf<"imaging-study">["content"],
): boolean =>
  accession !== null &&
  accession !== "" &&
  accession === study.accession &&
  (modality === "" || study.modalities.includes(modality));

const canBeSeen = ({
  notDisplayed,
  frames,
  tracings,
}: RecordOf<"imaging-study">["content"]["series"][number]): boolean =>
  tracings > 0 || (notDisplayed === null && frames > 0);
