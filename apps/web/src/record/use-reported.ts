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

/** Somebody asked to see a place, once: a new object each time, since the same one may be asked for again. */
export interface Asked {
  readonly key: string | undefined;
}

export interface Reported {
  readonly named: readonly ReportPlace[];
  /** The one that is to be seen. */
  readonly looked: ReportPlace | undefined;
  readonly asked: Asked;
  readonly lookAt: (place: ReportPlace | undefined) => void;
}

/** The same, with the one that is to be seen: of a link that was followed, of the address, or by a press. */
export function useReported(images: FiledRecord): Reported {
  const named = useReportedIn(images);
  const wanted = useWantedKey(named);
  const [asked, ask] = useState<Asked>({ key: wanted });
  const [followed, follow] = useState(wanted);
  // Afterwards the choice is free again.
  if (wanted !== followed) {
    follow(wanted);
    ask({ key: wanted });
  }
  const lookAt = useCallback((place: ReportPlace | undefined) => ask({ key: place?.key }), []);
  const found = named.find(({ key }) => key === asked.key);
  const [looked, look] = useState(found);
  // A list of records that was fetched again has the same places.
  if (found?.key !== looked?.key) look(found);
  return useMemo(() => ({ named, looked, asked, lookAt }), [named, looked, asked, lookAt]);
}

/** The address names a place where somebody came from its row in the report. */
function useWantedKey(named: readonly ReportPlace[]): string | undefined {
  const { place } = useSearch({ strict: false });
  const anchor = useLit()?.anchor;
  if (named.some(({ key }) => key === place)) return place;
  return anchor?.kind === "record-place" ? reportedAt(named, anchor)?.key : undefined;
}
