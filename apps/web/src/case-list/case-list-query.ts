import { infiniteQueryOptions } from "@tanstack/react-query";
import { answerOf, caseApi } from "../case/case-api.ts";

const casesAPage = "50";

/** The cases in which I sit, the newest first, a page at a time. */
export const caseListQuery = infiniteQueryOptions({
  queryKey: ["cases"],
  queryFn: ({ pageParam, signal }) =>
    answerOf(
      caseApi.cases.$get(
        { query: { limit: casesAPage, ...(pageParam && { after: pageParam }) } },
        { init: { signal } },
      ),
    ),
  initialPageParam: "",
  getNextPageParam: ({ next }) => next,
});
