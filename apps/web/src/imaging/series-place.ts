import type { RecordOf } from "@consilium/clinical";

/** A series where it was filed: two records may have series of one identifier, with other pictures. */
export interface SeriesPlace {
  readonly record: string;
  readonly study: string;
  readonly series: string;
}

export const seriesPlace = ({ id, content }: RecordOf<"imaging-study">, series: string): SeriesPlace => ({
  record: id,
  study: content.studyUid,
  series,
});

/** Its absolute address, that of DICOMweb's with the record behind the study. */
export const seriesAddress = (caseId: string, { record, study, series }: SeriesPlace): string =>
  `${location.origin}/api/cases/${caseId}/dicomweb/studies/${study};record=${record}/series/${series}`;

/** Apart from every other. */
export const seriesName = ({ record, study, series }: SeriesPlace): string => `${record}/${study}/${series}`;
