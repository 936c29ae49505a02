import { infiniteQueryOptions } from "@tanstack/react-query";
import { answerOf, caseApi } from "../case/case-api.ts";

const casesAPage = "50";

const pageOf = (pageParam: string, words: string, signal: AbortSignal) =>
  answerOf(
    caseApi.cases.$get(
      { query: { limit: casesAPage, ...(pageParam && { after: pageParam }), ...(words && { words }) } },
      { init: { signal } },
    ),
  );

/** The cases in which I sit, the newest first, a page at a time. */
export const caseListQuery = infiniteQueryOptions({
  queryKey: ["cases"],
  queryFn: ({ pageParam, signal }) => pageOf(pageParam, "", signal),
  initialPageParam: "",
  getNextPageParam: ({ next }) => next,
});

/** Those of them in which each of the words is found. */
export const foundCasesQuery = (words: string) =>
  infiniteQueryOptions({
    queryKey: ["cases", "found", words],
    queryFn: ({ pageParam, signal }) => pageOf(pageParam, words, signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    gcTime: 60_000,
  });
