import { useQueries, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { useCase } from "../case/case-context.ts";
import { isNamed } from "./record-beside-text.ts";
import { openRecord, type OpenRecord } from "./record-places.ts";
import { type CaseRecord, filedContent } from "./record-query.ts";
import { useEarlier } from "./use-earlier.ts";
import { recordDigestQuery } from "./use-open-record.ts";

/** Those of the records that something names, ready to be read. Undefined until all of them are. */
export function useRecordsNamed(
  records: readonly CaseRecord[],
  names: Iterable<string>,
): readonly OpenRecord[] | undefined {
  const { caseId, seat } = useCase();
  const named = useNamed(records, names);
  const digests = useQueries({
    queries: named.map(({ filed }) => recordDigestQuery(caseId, seat, filed)),
    combine: dataOfAll,
  });
  const { of, isPending } = useEarlier(named);
  return useMemo(() => {
    const opened = named.flatMap(({ filed, replaces }, at) => {
      const sha256 = digests[at];
      return sha256 === undefined ? [] : [openRecord(filed, sha256, replaces, of.get(filed.id))];
    });
    return opened.length === named.length && !isPending ? opened : undefined;
  }, [named, digests, of, isPending]);
}

function useNamed(records: readonly CaseRecord[], all: Iterable<string>) {
  // Another word about the same records is no reason to read them again.
  const names = [...new Set(all)].toSorted().join(" ");
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
