import { useSearch } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import type { FiledRecord } from "./record-places.ts";
import { type CaseRecord, useRecords } from "./record-query.ts";
import { placesReportedIn, reportedAt, type ReportPlace } from "./report-places.ts";
import { useLit } from "./use-lit.ts";

const noRecords: readonly CaseRecord[] = [];

/** The places of these pictures that reports name. */
export function useReportedIn(images: FiledRecord): readonly ReportPlace[] {
  const { data: records = noRecords } = useRecords();
  return useMemo(() => placesReportedIn(records, images), [records, images]);
}

export interface Reported {
  readonly named: readonly ReportPlace[];
  /** The one that is to be seen. */
  readonly looked: ReportPlace | undefined;
  /** Counts how often somebody asked to see one: the same one may be asked for again. */
  readonly asked: number;
  readonly lookAt: (place: ReportPlace | undefined) => void;
}

/** The same, with the one that is to be seen: of a link that was followed, of the address, or by a press. */
export function useReported(images: FiledRecord): Reported {
  const named = useReportedIn(images);
  const wanted = useWantedKey(named);
  const [{ key, times }, ask] = useState<Asked>({ key: wanted, times: 0 });
  const [followed, follow] = useState(wanted);
  // Afterwards the choice is free again.
  if (wanted !== followed) {
    follow(wanted);
    ask({ key: wanted, times: times + 1 });
  }
  const lookAt = useCallback(
    (place: ReportPlace | undefined) => ask((now) => ({ key: place?.key, times: now.times + 1 })),
    [],
  );
  const looked = useMemo(() => named.find((one) => one.key === key), [named, key]);
  return useMemo(() => ({ named, looked, asked: times, lookAt }), [named, looked, times, lookAt]);
}

interface Asked {
  readonly key: string | undefined;
  readonly times: number;
}

/** The address names a place where somebody came from its row in the report. */
function useWantedKey(named: readonly ReportPlace[]): string | undefined {
  const { place } = useSearch({ strict: false });
  const anchor = useLit()?.anchor;
  if (named.some(({ key }) => key === place)) return place;
  return anchor?.kind === "record-place" ? reportedAt(named, anchor)?.key : undefined;
}
