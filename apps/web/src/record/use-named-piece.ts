import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { type OpenRecord, placeOfPiece, type RecordPlace } from "./record-places.ts";

/** The place that the record's own address names: where a timeline's entry stands in it. */
export function useNamedPiece(record: OpenRecord): RecordPlace | undefined {
  const { place } = useSearch({ strict: false });
  return useMemo(() => (place === undefined ? undefined : placeOfPiece(record, place)), [record, place]);
}
