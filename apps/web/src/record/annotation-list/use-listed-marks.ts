import { useQueries, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { useCase } from "../../case/case-context.ts";
import { useThreads } from "../../thread/threads-context.ts";
import { isNamed } from "../record-beside-text.ts";
import { openRecord, type OpenRecord, recordOf } from "../record-places.ts";
import { type CaseRecord, filedContent } from "../record-query.ts";
import { recordDigestQuery } from "../use-open-record.ts";
import { type ListedMark, listMarks } from "./listed-marks.ts";
import { useFindPicture } from "./use-find-picture.ts";

/** Every thread on the records that this seat reads. Undefined until the records that they speak of are ready. */
export function useListedMarks(records: readonly CaseRecord[]): readonly ListedMark[] | undefined {
  const { threads } = useThreads();
  const opened = useOpenRecords(records);
  const findPicture = useFindPicture(opened);
  return useMemo(() => opened && listMarks(opened, threads, findPicture), [opened, threads, findPicture]);
}

/** Of the records that threads speak of. Undefined until all of them are ready. */
export function useOpenRecords(records: readonly CaseRecord[]): readonly OpenRecord[] | undefined {
  const { caseId, seat } = useCase();
  const spokenOf = useSpokenOf(records);
  const digests = useQueries({
    queries: spokenOf.map(({ filed }) => recordDigestQuery(caseId, seat, filed)),
    combine: dataOfAll,
  });
  return useMemo(() => {
    const opened = spokenOf.flatMap(({ filed, replaces }, at) => {
      const sha256 = digests[at];
      return sha256 === undefined ? [] : [openRecord(filed, sha256, replaces)];
    });
    return opened.length === spokenOf.length ? opened : undefined;
  }, [spokenOf, digests]);
}

function useSpokenOf(records: readonly CaseRecord[]) {
  const { threads } = useThreads();
  // Another word in a thread is no reason to read all records again.
  const names = [...new Set(threads.flatMap(({ anchor }) => recordOf(anchor) ?? []))].toSorted().join(" ");
  return useMemo(
    () =>
      records
        .filter((record) => names.split(" ").some((name) => isNamed(record, name)))
        .map((record) => ({ filed: filedContent(record), replaces: record.replaces })),
    [records, names],
  );
}

const dataOfAll = <Data>(results: readonly UseQueryResult<Data>[]): readonly (Data | undefined)[] =>
  results.map(({ data }) => data);
