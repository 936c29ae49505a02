import type { BlindReadApi } from "@consilium/server/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { hc } from "hono/client";
import { answerOf, caseApi, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";

const api = hc<BlindReadApi>(`${location.origin}/api`);
const ofCase = api.cases[":caseId"];

/** Where this seat's blind read stands; asked for only by who sits as a blind reader. */
export function useBlindRead() {
  const { caseId, seat, detail } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "blind-read"),
    queryFn: () => answerOf(ofCase["blind-read"].$get({ param: { caseId }, ...inSeat(seat) })),
    enabled: detail.seat.mode === "blind",
  });
}

/** Finishes one's own read where it is not finished yet, then reveals what the others wrote. */
export function useFinishAndReveal(onDone: () => void) {
  const { caseId, seat } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({
      opinion,
      isFinished,
    }: {
      readonly opinion: string;
      readonly isFinished: boolean;
    }) => {
      if (!isFinished)
        await answerOf(
          ofCase.opinions[":opinionId"].finish.$post({
            param: { caseId, opinionId: opinion },
            ...inSeat(seat),
          }),
        );
      return answerOf(caseApi.cases[":caseId"].reveal.$post({ param: { caseId }, ...inSeat(seat) }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
      onDone();
    },
    // The first of the two may have been done.
    onError: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
  });
}
