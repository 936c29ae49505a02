import type { LinkApi } from "@consilium/server/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { answerOf, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";

const api = hc<LinkApi>(`${location.origin}/api`).cases[":caseId"];
const make = api.reports[":reportId"].links;

export type ReportLink = InferResponseType<typeof api.links.$get, 200>["items"][number];
export type MadeLink = InferResponseType<typeof make.$post, 201>;

export function useLinks() {
  const { caseId, seat } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "links"),
    queryFn: () => answerOf(api.links.$get({ param: { caseId }, ...inSeat(seat) })),
  });
}

export function useMakeLink(reportId: string) {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (json: { readonly madeFor: string; readonly days: number }) =>
      answerOf(make.$post({ param: { caseId, reportId }, json, ...inSeat(seat) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKey(caseId, "links") }),
  });
}

export function useEndLink() {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) =>
      answerOf(api.links[":linkId"].$delete({ param: { caseId, linkId }, ...inSeat(seat) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKey(caseId, "links") }),
  });
}
