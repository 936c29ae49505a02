import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { CaseListItem } from "../case/case-api.ts";
import { foundCasesQuery } from "./case-list-query.ts";

/** Milliseconds without a key before the server is asked. */
const rest = 250;

export interface FoundCases {
  readonly cases: readonly CaseListItem[];
  readonly isSearching: boolean;
  readonly hasFailed: boolean;
  readonly loadMore: (() => void) | undefined;
}

/** The cases in which the words are found; undefined: nothing is searched for. */
export function useFoundCases(words: string): FoundCases | undefined {
  const asked = useRested(words.trim());
  const { data, isPlaceholderData, isFetching, isError, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...foundCasesQuery(asked),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  if (words.trim() === "") return undefined;
  return {
    cases: data?.pages.flatMap(({ items }) => items) ?? [],
    isSearching: asked !== words.trim() || isPlaceholderData || isFetching,
    hasFailed: isError,
    loadMore: hasNextPage ? () => void fetchNextPage() : undefined,
  };
}

function useRested(words: string): string {
  const [rested, setRested] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setRested(words), rest);
    return () => clearTimeout(timer);
  }, [words]);
  return rested;
}
