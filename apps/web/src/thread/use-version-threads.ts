import type { LayerTarget } from "@consilium/clinical";
import type { Thread } from "@consilium/workspace";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useCase } from "../case/case-context.ts";
import { useSavedAt } from "../case/use-document.ts";
import { versionThreadsQuery, withOwn } from "./version-threads.ts";

const nothing: readonly Thread[] = [];

/** `read` as it is, or, for whoever was given a version, the server's threads together with their own. */
export function useVersionThreads(
  target: LayerTarget,
  version: number | undefined,
  read: readonly Thread[],
  ownLayers: readonly string[],
): readonly Thread[] {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  const query = versionThreadsQuery({
    caseId,
    opinionId: target.split(".")[1] ?? "",
    n: version ?? 0,
    seat,
  });
  const { data = nothing } = useQuery({ ...query, enabled: version !== undefined });
  const savedAt = useSavedAt(version === undefined ? [] : ownLayers);
  useEffect(() => {
    if (savedAt) void queries.invalidateQueries({ queryKey: query.queryKey });
    // oxlint-disable-next-line react/exhaustive-deps -- Once each time that something was saved, not for each new key object.
  }, [savedAt, queries]);
  return useMemo(() => (version === undefined ? read : withOwn(data, read)), [version, read, data]);
}
