import type { SnippetApi } from "@consilium/server/api";
import { sectionsOf } from "@consilium/workspace";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import { answerOf } from "../case/case-api.ts";

const { snippets } = hc<SnippetApi>(`${location.origin}/api`).session;

export type Snippet = InferResponseType<typeof snippets.$get, 200>["items"][number];
export type SnippetInput = InferRequestType<typeof snippets.$post>["json"];

/** My own, by name. */
export const snippetsQuery = queryOptions({
  queryKey: ["snippets"],
  queryFn: ({ signal }) => answerOf(snippets.$get({}, { init: { signal } })),
  staleTime: 60_000,
});

/** `id` undefined: a new one. */
export interface SnippetToSave {
  readonly id: string | undefined;
  readonly json: SnippetInput;
}

export function useSaveSnippet(onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, json }: SnippetToSave): Promise<Snippet> =>
      id === undefined
        ? answerOf(snippets.$post({ json }))
        : answerOf(snippets[":snippetId"].$put({ param: { snippetId: id }, json })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: snippetsQuery.queryKey });
      onSaved();
    },
  });
}

export function useDeleteSnippet() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (snippetId: string) => answerOf(snippets[":snippetId"].$delete({ param: { snippetId } })),
    onSettled: () => queries.invalidateQueries({ queryKey: snippetsQuery.queryKey }),
  });
}

/** The sections that a snippet can be for. */
export const opinionSections = sectionsOf("opinion");
