import type { RecordOf } from "@consilium/clinical";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { refusedBy } from "../app/refused.ts";
import { inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { readDatasets } from "./dicom-json.ts";
import { framesOfInstance, type OpenSeries, openSeries } from "./series-frames.ts";
import { seriesAddress, seriesName, type SeriesPlace, seriesPlace } from "./series-place.ts";

/** A series' metadata. Null: there are no pictures in it. */
export const seriesQuery = (caseId: string, seat: string | undefined, place: SeriesPlace) =>
  queryOptions({
    queryKey: caseKey(caseId, "image-series", seriesName(place), seat),
    queryFn: async ({ signal }): Promise<OpenSeries | null> => {
      const { header } = inSeat(seat);
      const base = seriesAddress(caseId, place);
      const response = await fetch(`${base}/metadata`, {
        signal,
        headers: { accept: "application/dicom+json", ...header },
      });
      if (!response.ok) throw await refusedBy(response);
      const datasets = readDatasets(await response.json());
      const sources = (datasets ?? []).map((dataset) => framesOfInstance(dataset, base));
      return openSeries(sources, place.study, place.series) ?? null;
    },
    // What was filed never changes under its id.
    staleTime: Infinity,
  });

/** Nothing is asked for while no series is chosen. */
export function useSeries(record: RecordOf<"imaging-study">, series: string | undefined) {
  const { caseId, seat } = useCase();
  return useQuery({
    ...seriesQuery(caseId, seat, seriesPlace(record, series ?? "")),
    enabled: series !== undefined,
  });
}

/** Asks for a series' metadata before whoever shows it is there. What fails here is asked for again, and said, by whoever shows it. */
export function useMetadataAhead(record: RecordOf<"imaging-study">, series: string | undefined): void {
  const queries = useQueryClient();
  const { caseId, seat } = useCase();
  useEffect(() => {
    if (series !== undefined)
      void queries.prefetchQuery(seriesQuery(caseId, seat, seriesPlace(record, series)));
  }, [queries, caseId, seat, record, series]);
}
