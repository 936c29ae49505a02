import type { ClockApi, OfferApi, PracticeApi, TriageApi } from "@consilium/server/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import { caseKey } from "../case/case-query.ts";

const base = `${location.origin}/api`;

export const clockApi = hc<ClockApi>(base);
export const offerApi = hc<OfferApi>(base);
export const practiceApi = hc<PracticeApi>(base);
export const triageApi = hc<TriageApi>(base);

export type Triage = InferResponseType<(typeof triageApi.cases)[":caseId"]["triage"]["$get"], 200>;
export type Candidate = Triage["candidates"][number];
export type OfferInCase = Triage["offers"][number];
export type OfferToMe = InferResponseType<typeof offerApi.offers.$get, 200>["items"][number];
export type Practice = InferRequestType<typeof practiceApi.session.practice.$put>["json"];

/** A case as it is named from outside of it: the seat where somebody has two. */
export interface CaseRef {
  readonly caseId: string;
  readonly seat: string | undefined;
}

/** The right without which nobody coordinates a case. */
export const coordinates = "lifecycle, clocks, requests, marking an item as revealing";

/** What changes a case is seen in it, in the list and on the board. */
export function useChange<Input, Answer>(
  { caseId }: Pick<CaseRef, "caseId">,
  run: (input: Input) => Promise<Answer>,
  onDone?: () => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      onDone?.();
      const keys = [caseKey(caseId), ["cases"], ["board"]];
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
