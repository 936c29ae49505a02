import type { Anchor, ImageAnchor } from "@consilium/workspace";
import { useQueries, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { useCase } from "../../case/case-context.ts";
import { indexOfAnchor } from "../../imaging/mark-anchor.ts";
import { isLoop, type OpenSeries } from "../../imaging/series-frames.ts";
import { seriesName, type SeriesPlace, seriesPlace } from "../../imaging/series-place.ts";
import { seriesQuery } from "../../imaging/series-query.ts";
import { useThreads } from "../../thread/threads-context.ts";
import type { PictureNumber } from "../place-words.ts";
import { anchorHere, type OpenRecord } from "../record-places.ts";
import type { FindPicture } from "./listed-marks.ts";

/**
 * The number of a picture in its series, which only the series' metadata tells: what its viewer asks for too. Asked for where
 * marks are, and for nothing else.
 */
export function useFindPicture(records: readonly OpenRecord[] | undefined): FindPicture {
  const { caseId, seat } = useCase();
  const marked = useMarkedSeries(records);
  const opened = useQueries({
    queries: marked.map((place) => seriesQuery(caseId, seat, place)),
    combine: dataOfAll,
  });
  return useMemo(() => {
    const byName = new Map(marked.map((place, at) => [seriesName(place), opened[at]]));
    return (anchor) => {
      const series = byName.get(seriesName(anchor));
      return series === undefined ? undefined : pictureIn(series, anchor);
    };
  }, [marked, opened]);
}

/** Series of studies that lie here, by the records that they lie in now. */
function useMarkedSeries(records: readonly OpenRecord[] | undefined): readonly SeriesPlace[] {
  const { threads } = useThreads();
  return useMemo(() => {
    const places = threads.flatMap(({ anchor }) => placeHere(records ?? [], anchor) ?? []);
    return [...new Map(places.map((place) => [seriesName(place), place])).values()];
  }, [records, threads]);
}

/** Where the series of a mark lies now. Undefined: nowhere here. */
function placeHere(records: readonly OpenRecord[], named: Anchor | undefined): SeriesPlace | undefined {
  for (const record of records) {
    const { filed } = record;
    const anchor = anchorHere(record, named);
    if (anchor?.kind !== "image" || filed.kind !== "imaging-study") continue;
    if (filed.content.series.some(({ uid }) => uid === anchor.series))
      return seriesPlace(filed, anchor.series);
  }
  return undefined;
}

/** Null: the series does not have it. */
export function pictureIn(series: OpenSeries | null, anchor: ImageAnchor): PictureNumber | null {
  const frames = series?.frames ?? [];
  const at = series ? indexOfAnchor(series, anchor) : -1;
  return at < 0 ? null : { is: isLoop(frames) ? "picture" : "slice", number: at + 1 };
}

const dataOfAll = <Data>(results: readonly UseQueryResult<Data>[]): readonly (Data | undefined)[] =>
  results.map(({ data }) => data);
