import type { UrgentApi } from "@consilium/server/api";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import { answerOf, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";

const urgent = hc<UrgentApi>(`${location.origin}/api`).cases[":caseId"].urgent;

export type UrgentFinding = InferResponseType<typeof urgent.$get, 200>["items"][number];
export type RaisedFinding = InferRequestType<typeof urgent.$post>["json"];

const urgentKey = (caseId: string) => caseKey(caseId, "urgent");

export const urgentQuery = (caseId: string, seat: string | undefined) =>
  queryOptions({
    queryKey: [...urgentKey(caseId), seat],
    queryFn: ({ signal }) =>
      answerOf(urgent.$get({ param: { caseId }, ...inSeat(seat) }, { init: { signal } })),
  });

/** `onRaised`: the recipient is told. */
export function useRaising(onRaised: () => void) {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (json: RaisedFinding) => answerOf(urgent.$post({ param: { caseId }, json, ...inSeat(seat) })),
    onSuccess: async () => {
      onRaised();
      await queries.invalidateQueries({ queryKey: urgentKey(caseId) });
    },
  });
}

export function useTakingOn() {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (findingId: string) =>
      answerOf(urgent[":findingId"].acknowledgement.$post({ param: { caseId, findingId }, ...inSeat(seat) })),
    // Also where somebody else was quicker: then it says who has it.
    onSettled: () => queries.invalidateQueries({ queryKey: urgentKey(caseId) }),
  });
}
