import type { ImageSeries, RecordOf } from "@consilium/clinical";

export type OpenStudy = RecordOf<"imaging-study">;

/** Series of pictures. */
export const shownSeries = ({ content }: OpenStudy): readonly ImageSeries[] =>
  content.series.filter(({ notDisplayed, frames }) => notDisplayed === null && frames > 0);

/** Series of ECGs and other curves. */
export const tracedSeries = ({ content }: OpenStudy): readonly ImageSeries[] =>
  content.series.filter(({ tracings }) => tracings > 0);

export const hasPictures = (study: OpenStudy): boolean => shownSeries(study).length > 0;
export const hasTracings = (study: OpenStudy): boolean => tracedSeries(study).length > 0;

/** What a viewer opens first: the series with the most pictures; of several, the first. */
export function firstSeries(study: OpenStudy): ImageSeries | undefined {
  const shown = shownSeries(study);
  const most = Math.max(...shown.map(({ frames }) => frames));
  return shown.find(({ frames }) => frames === most);
}

/** Other studies of the case, the newest first: what a study is compared with. */
export const priorsOf = (study: OpenStudy, studies: readonly OpenStudy[]): readonly OpenStudy[] =>
  studies
    .filter(({ id }) => id !== study.id)
    .toSorted((one, other) => (other.date ?? "").localeCompare(one.date ?? ""));
