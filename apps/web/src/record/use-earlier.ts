import type { RecordKind } from "@consilium/clinical";
import { useQueries, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { useCase } from "../case/case-context.ts";
import type { FiledRecord } from "./record-places.ts";
import { type CaseRecord, earlierQuery, filedContent } from "./record-query.ts";

/** Marks on these name a file or a value of their own: where they stand now only the earlier version tells. */
const kinds: readonly RecordKind[] = ["laboratory", "document", "pictures"];

export interface Versioned {
  readonly filed: FiledRecord;
  readonly replaces: readonly string[];
}

export interface EarlierVersions {
  /** By the id of the record that took their place, the newest first. */
  readonly of: ReadonlyMap<string, readonly FiledRecord[]>;
  /** Some are still on their way. */
  readonly isPending: boolean;
}

/** What records were before. One that this seat may not read is not among them. */
export function useEarlier(records: readonly Versioned[]): EarlierVersions {
  const { caseId, seat } = useCase();
  const wanted = useMemo(
    () =>
      records
        .filter(({ filed }) => kinds.includes(filed.kind))
        .flatMap(({ filed, replaces }) => replaces.map((id) => ({ newest: filed.id, id }))),
    [records],
  );
  const { versions, isPending } = useQueries({
    queries: wanted.map(({ id }) => earlierQuery(caseId, seat, id)),
    combine: arrived,
  });
  return useMemo(() => {
    const pairs = wanted.flatMap(({ newest }, at) => {
      const version = versions[at];
      return version ? [{ newest, version: filedContent(version), added: version.added }] : [];
    });
    const newestFirst = pairs.toSorted((one, other) => (one.added < other.added ? 1 : -1));
    const groups = Map.groupBy(newestFirst, ({ newest }) => newest);
    return {
      of: new Map([...groups].map(([id, group]) => [id, group.map(({ version }) => version)])),
      isPending,
    };
  }, [wanted, versions, isPending]);
}

const arrived = (results: readonly UseQueryResult<CaseRecord>[]) => ({
  versions: results.map(({ data }) => data),
  isPending: results.some((result) => result.isPending),
});
