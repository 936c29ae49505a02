import { useEffect, useMemo, useRef } from "react";
import { useCase } from "../case/case-context.ts";
import type { CasePerson } from "../case/people.ts";
import { usePresence } from "../case/use-presence.ts";
import { useRecordMarks } from "../record/record-marks.ts";
import type { Region } from "./region-context.ts";
import { placeOfRegion, regionOfPlace } from "./region-presence.ts";

/** The others see the region while it is drawn; before and after, that the record is read (`record-view.tsx`). */
export function useShowRegion(region: Region | undefined): void {
  const { client } = useCase();
  const { record } = useRecordMarks();
  const isShown = useRef(false);
  useEffect(() => {
    if (region) client.showPlace(placeOfRegion(record.id, region));
    else if (isShown.current) client.showPlace({ target: "records", place: record.id });
    isShown.current = region !== undefined;
  }, [client, record.id, region]);
}

export interface OthersRegion {
  readonly person: CasePerson;
  readonly region: Region;
}

/** What others draw on a page of the record at this moment. */
export function useOthersRegions(page: number): readonly OthersRegion[] {
  const others = usePresence();
  const { record } = useRecordMarks();
  return useMemo(
    () =>
      others.flatMap(({ person, at }) => {
        const region = regionOfPlace(record.id, at);
        return region?.page === page ? [{ person, region }] : [];
      }),
    [others, record.id, page],
  );
}
