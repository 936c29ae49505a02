import { QueryCache, QueryClient } from "@tanstack/react-query";
import { Refused } from "./refused.ts";

const mostTries = 2;

/** A refusal is an answer: it is not asked again. */
export function createQueryClient(onSessionEnded: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof Refused && error.status === 401) onSessionEnded();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => !(error instanceof Refused) && failures < mostTries,
      },
    },
  });
}
