import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answerOf } from "../case/case-api.ts";
import { offerApi } from "./coordination-api.ts";

/** What I am asked to take. There is no socket before one has a seat, so it is asked for again. */
export const offersQuery = queryOptions({
  queryKey: ["offers"],
  queryFn: ({ signal }) => answerOf(offerApi.offers.$get({}, { init: { signal } })),
  refetchInterval: 120_000,
});

export type Answer =
  | { readonly answer: "accept"; readonly conflicts: string }
  | { readonly answer: "decline"; readonly reason: string };

/** The case is in the list as soon as it was accepted. */
export function useAnswer(offerId: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (json: Answer) =>
      answerOf(offerApi.offers[":offerId"].answer.$post({ param: { offerId }, json })),
    onSuccess: async () => {
      onDone();
      await Promise.all([
        queries.invalidateQueries({ queryKey: offersQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ["cases"] }),
      ]);
    },
  });
}
