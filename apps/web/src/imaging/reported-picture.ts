import type { Place } from "@consilium/clinical";
import type { ImageAnchor } from "@consilium/workspace";
import { useEffect, useMemo } from "react";
import type { Reported } from "../record/use-reported.ts";
import { useLatest } from "../thread/use-latest.ts";
import { numberAt } from "./dicom-json.ts";
import type { OpenSeries, SeriesFrame } from "./series-frames.ts";
import { useSeries } from "./series-query.ts";
import { type OpenStudy, shownSeries } from "./study-choice.ts";

/** The number of an instance within its series, as the device gave it: what a report calls the slice, or the loop. */
const instanceNumber = "00200013";

/**
 * The picture that a report calls by this number. Slices of one file are counted in their order; of loops it is the first
 * picture. Undefined: the series does not have it.
 */
export function frameOfNumber({ sources }: OpenSeries, number: number): SeriesFrame | undefined {
  const [only, ...others] = sources.filter(({ frames }) => frames.length > 0);
  if (only && others.length === 0 && only.frames[0]?.plane !== undefined && only.frames.length > 1)
    return only.frames[number - 1];
  return sources.find(
    ({ dataset, frames }) => frames.length > 0 && numberAt(dataset, instanceNumber) === number,
  )?.frames[0];
}

/** The series of pictures that a place of a report is in. Undefined: none that is drawn here. */
export const seriesOfPlace = (study: OpenStudy, { at }: Place): string | undefined =>
  at.kind === "slice" ? shownSeries(study).find(({ number }) => number === at.series)?.uid : undefined;

/** Goes to the picture of the place that is to be seen. Gives whether the study lacks it. */
export function useReportedPicture(
  record: OpenStudy,
  { looked, asked }: Reported,
  show: (anchor: ImageAnchor) => void,
): boolean {
  const place = looked?.place;
  const uid = place && seriesOfPlace(record, place);
  const { data: series } = useSeries(record, uid);
  const frame = useMemo(
    () => (series && place?.at.kind === "slice" ? frameOfNumber(series, place.at.slice) : undefined),
    [series, place],
  );
  const latest = useLatest(() => {
    if (!frame || uid === undefined) return;
    const { instance, frame: number, sha256 = "" } = frame;
    const { studyUid: study } = record.content;
    show({
      kind: "image",
      record: record.id,
      sha256,
      study,
      series: uid,
      instance,
      frame: number,
      mark: null,
    });
  });
  const isKnown = frame !== undefined;
  useEffect(() => {
    if (isKnown && asked.key !== undefined) latest.current();
  }, [isKnown, asked, latest]);
  return uid !== undefined && series !== undefined && !isKnown;
}
