import { useMemo } from "react";
import type { CasePerson } from "../case/people.ts";
import { usePresence } from "../case/use-presence.ts";
import { useRecordMarks } from "../record/record-marks.ts";
import type { Region } from "./region-context.ts";
import { regionOfPlace } from "./region-presence.ts";

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
