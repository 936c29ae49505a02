import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { sessionQuery, signIn } from "../app/session.ts";
import { wayBack } from "../app/way-back.ts";

/** Nothing of an earlier account stays: its answers are dropped before the next screen asks. */
export function useAttempt(to: string | undefined) {
  const queries = useQueryClient();
  const { history } = useRouter();
  return useMutation({
    mutationFn: signIn,
    onSuccess: async (outcome) => {
      if (outcome !== "signed-in") return;
      queries.clear();
      await queries.prefetchQuery(sessionQuery);
      history.push(wayBack(to));
    },
  });
}
