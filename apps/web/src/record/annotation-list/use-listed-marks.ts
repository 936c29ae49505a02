import { useMemo } from "react";
import { useThreads } from "../../thread/threads-context.ts";
import { type OpenRecord, recordOf } from "../record-places.ts";
import type { CaseRecord } from "../record-query.ts";
import { useReliedOn } from "../relied-on/relied-on-context.ts";
import { useRecordsNamed } from "../use-open-records.ts";
import { type ListedMark, listMarks } from "./listed-marks.ts";
import { useFindPicture } from "./use-find-picture.ts";

/** Every thread on the records that this seat reads. Undefined until the records that they speak of are ready. */
export function useListedMarks(records: readonly CaseRecord[]): readonly ListedMark[] | undefined {
  const { threads } = useThreads();
  const opened = useOpenRecords(records);
  const findPicture = useFindPicture(opened);
  const uses = useReliedOn();
  return useMemo(
    () => opened && listMarks(opened, threads, findPicture, uses),
    [opened, threads, findPicture, uses],
  );
}

/** Of the records that threads speak of. Undefined until all of them are ready. */
export function useOpenRecords(records: readonly CaseRecord[]): readonly OpenRecord[] | undefined {
  const { threads } = useThreads();
  return useRecordsNamed(
    records,
    threads.flatMap(({ anchor }) => recordOf(anchor) ?? []),
  );
}
