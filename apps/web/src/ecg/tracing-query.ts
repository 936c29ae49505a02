import {
  decodeSamples,
  type RecordOf,
  type Waveform,
  type WaveformGroup,
  waveformSchema,
} from "@consilium/clinical";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { refusedBy } from "../app/refused.ts";
import { inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { type DicomDataset, nameAt, numberAt, readDatasets, textAt } from "../imaging/dicom-json.ts";
import { seriesAddress, seriesName, type SeriesPlace, seriesPlace } from "../imaging/series-place.ts";
import { rangeOf } from "./trace-path.ts";

/** One recording: a file of an ECG. */
export interface Tracing {
  readonly record: string;
  readonly study: string;
  readonly series: string;
  readonly instance: string;
  /** Within its series, as the device gave it. */
  readonly number?: number | undefined;
  /** Of its file. */
  readonly sha256: string;
  readonly waveform: Waveform;
  /** What a person reads at the edge; "" where it is not said. */
  readonly patient: string;
  readonly patientId: string;
  /** YYYYMMDDHHMMSS, or less of it. */
  readonly recorded: string;
}

/** A group of channels with their curves. */
export interface TracingCurves {
  readonly group: WaveformGroup;
  readonly samples: readonly Float32Array[];
  /** Of each channel, the lowest and the highest value. */
  readonly ranges: readonly (readonly [low: number, high: number])[];
  /** Milliseconds. */
  readonly duration: number;
}

async function fetched(address: string, seat: string | undefined, signal: AbortSignal): Promise<Response> {
  const { header } = inSeat(seat);
  const response = await fetch(address, { signal, headers: header });
  if (!response.ok) throw await refusedBy(response);
  return response;
}

/** The recordings of a series, in the server's order; a file of it without curves is left out. */
const tracingsQuery = (caseId: string, seat: string | undefined, place: SeriesPlace) =>
  queryOptions({
    queryKey: caseKey(caseId, "tracings", seriesName(place), seat),
    queryFn: async ({ signal }): Promise<readonly Tracing[]> => {
      const base = seriesAddress(caseId, place);
      const metadata = await fetched(`${base}/metadata`, seat, signal);
      const read = async (dataset: DicomDataset): Promise<Tracing[]> => {
        const instance = textAt(dataset, "00080018");
        if (instance === "" || textAt(dataset, "00280010") !== "") return [];
        const { header } = inSeat(seat);
        const response = await fetch(`${base}/instances/${instance}/waveform`, {
          signal,
          headers: header,
        });
        if (response.status === 404) return [];
        if (!response.ok) throw await refusedBy(response);
        return [tracingOf(dataset, { ...place, instance }, waveformSchema.parse(await response.json()))];
      };
      const all = await Promise.all((readDatasets(await metadata.json()) ?? []).map(read));
      return all.flat();
    },
    // What was filed never changes under its id.
    staleTime: Infinity,
  });

const tracingOf = (
  dataset: DicomDataset,
  uids: SeriesPlace & Pick<Tracing, "instance">,
  waveform: Waveform,
): Tracing => ({
  ...uids,
  waveform,
  number: numberAt(dataset, "00200013"),
  sha256: textAt(dataset, "00091001"),
  patient: nameAt(dataset, "00100010"),
  patientId: textAt(dataset, "00100020"),
  recorded: textAt(dataset, "0008002A") || `${textAt(dataset, "00080020")}${textAt(dataset, "00080030")}`,
});

export function useTracings(record: RecordOf<"imaging-study">, series: string) {
  const { caseId, seat } = useCase();
  return useQuery(tracingsQuery(caseId, seat, seriesPlace(record, series)));
}

/** The curves of one group, counted from 1. */
export function useCurves(tracing: Tracing, number: number) {
  const { instance, waveform } = tracing;
  const { caseId, seat } = useCase();
  const group = waveform.groups[number - 1];
  return useQuery({
    queryKey: caseKey(caseId, "curves", `${seriesName(tracing)}/${instance}/${number}`, seat),
    queryFn: async ({ signal }): Promise<TracingCurves | null> => {
      if (!group) return null;
      const address = `${seriesAddress(caseId, tracing)}/instances/${instance}/waveform/${number}`;
      const response = await fetched(address, seat, signal);
      return curvesOf(group, new Uint8Array(await response.arrayBuffer()));
    },
    staleTime: Infinity,
    // The other group of the same recording stays in sight until the next one is there.
    placeholderData: keepPreviousData,
    // Curves of a patient stay in memory only as long as they are looked at, and a little longer.
    gcTime: 60_000,
  });
}

export function curvesOf(group: WaveformGroup, bytes: Uint8Array): TracingCurves {
  const samples = decodeSamples(group, bytes);
  return {
    group,
    samples,
    ranges: samples.map(rangeOf),
    duration: ((samples[0]?.length ?? 0) / group.frequency) * 1000,
  };
}
