import type { ArchiveApi } from "@consilium/server/api";
import { queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import { answerOf, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { useRefreshDeliveries } from "../upload/use-case-deliveries.ts";

const { archives } = hc<ArchiveApi>(`${location.origin}/api`).cases[":caseId"];
const archive = archives[":archive"];

/** An archive that this seat may ask. */
export type Archive = InferResponseType<typeof archives.$get, 200>["items"][number];
export type ArchiveStudies = InferResponseType<typeof archive.search.$post, 200>;
export type ArchiveStudy = ArchiveStudies["items"][number];
/** What somebody looks for. */
export type ArchiveSearch = InferRequestType<typeof archive.search.$post>["json"];

const archivesQuery = (caseId: string, seat: string | undefined) =>
  queryOptions({
    queryKey: caseKey(caseId, "archives", seat),
    queryFn: async ({ signal }) => {
      const asked = archives.$get({ param: { caseId }, ...inSeat(seat) }, { init: { signal } });
      return (await answerOf(asked)).items;
    },
    staleTime: 5 * 60_000,
  });

/** Those that this seat may ask; none while it is not known. */
export function useArchives(): readonly Archive[] {
  const { caseId, seat } = useCase();
  return useQuery(archivesQuery(caseId, seat)).data ?? [];
}

/** What an archive has; the last answer stays until the next question. */
export function useArchiveSearch() {
  const { caseId, seat } = useCase();
  return useMutation({
    mutationFn: async ({ at, json }: { readonly at: Archive; readonly json: ArchiveSearch }) => {
      const param = { caseId, archive: at.id };
      return { at, found: await answerOf(archive.search.$post({ param, json, ...inSeat(seat) })) };
    },
  });
}

/** Begins to fetch a study. It is among the deliveries then. */
export function useFetchStudy(archiveId: string) {
  const { caseId, seat } = useCase();
  const refresh = useRefreshDeliveries();
  return useMutation({
    mutationFn: (study: string) =>
      answerOf(
        archive.pull.$post({ param: { caseId, archive: archiveId }, json: { study }, ...inSeat(seat) }),
      ),
    onSuccess: refresh,
  });
}
