import type { ImageAnchor } from "@consilium/workspace";
import { useQueries, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { useCase } from "../../case/case-context.ts";
import { indexOfAnchor } from "../../imaging/mark-anchor.ts";
import { isLoop, type OpenSeries } from "../../imaging/series-frames.ts";
import { seriesQuery } from "../../imaging/series-query.ts";
import { useThreads } from "../../thread/threads-context.ts";
import type { PictureNumber } from "../place-words.ts";
import type { OpenRecord } from "../record-places.ts";
import type { FindPicture } from "./listed-marks.ts";

/**
 * The number of a picture in its series, which only the series' metadata tells: what its viewer asks for too. Asked for where
 * marks are, and for nothing else.
 */
export function useFindPicture(records: readonly OpenRecord[] | undefined): FindPicture {
  const { caseId, seat } = useCase();
  const marked = useMarkedSeries(records);
  const opened = useQueries({
    queries: marked.map(({ study, series }) => seriesQuery(caseId, seat, study, series)),
    combine: dataOfAll,
  });
  return useMemo(() => {
    const bySeries = new Map(marked.map(({ series }, at) => [series, opened[at]]));
    return (anchor) => {
      const series = bySeries.get(anchor.series);
      return series === undefined ? undefined : pictureIn(series, anchor);
    };
  }, [marked, opened]);
}

interface MarkedSeries {
  readonly study: string;
  readonly series: string;
}

/** Series of studies that lie here. */
function useMarkedSeries(records: readonly OpenRecord[] | undefined): readonly MarkedSeries[] {
  const { threads } = useThreads();
  return useMemo(() => {
    const here = new Set(records?.flatMap(({ filed }) => seriesOf(filed)));
    const anchors = threads.flatMap(({ anchor }) => (anchor?.kind === "image" ? [anchor] : []));
    const bySeries = new Map(anchors.map(({ study, series }) => [series, { study, series }]));
    return [...bySeries.values()].filter(({ series }) => here.has(series));
  }, [records, threads]);
}

const seriesOf = (filed: OpenRecord["filed"]): readonly string[] =>
  filed.kind === "imaging-study" ? filed.content.series.map(({ uid }) => uid) : [];

/** Null: the series does not have it. */
export function pictureIn(series: OpenSeries | null, anchor: ImageAnchor): PictureNumber | null {
  const frames = series?.frames ?? [];
  const at = series ? indexOfAnchor(series, anchor) : -1;
  return at < 0 ? null : { is: isLoop(frames) ? "picture" : "slice", number: at + 1 };
}

const dataOfAll = <Data>(results: readonly UseQueryResult<Data>[]): readonly (Data | undefined)[] =>
  results.map(({ data }) => data);
