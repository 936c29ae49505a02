import type { ProgrammeApi } from "@consilium/server/api";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import { answerOf } from "../case/case-api.ts";

const { programme } = hc<ProgrammeApi>(`${location.origin}/api`);
const { templates, lists, safety, content } = programme;

export type ProgrammeContent = InferResponseType<typeof content.$get, 200>;
export type ProgrammeTemplate = ProgrammeContent["templates"][number];
export type ProgrammeList = ProgrammeContent["lists"][number];
export type TemplateInput = InferRequestType<typeof templates.$post>["json"];
export type ListInput = InferRequestType<(typeof lists)[":specialty"]["$put"]>["json"];
export type SafetyInput = InferRequestType<typeof safety.$put>["json"];

/** All that the programme writes itself. */
export const contentQuery = queryOptions({
  queryKey: ["programme"],
  queryFn: ({ signal }) => answerOf(content.$get({}, { init: { signal } })),
  retry: false,
});

/** Refused or done, what stands on the server is asked for before anything more is said. */
function useContentChange<Input, Answer>(
  change: (input: Input) => Promise<Answer>,
  onDone: (answer: Answer) => void,
) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: contentQuery.queryKey });
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      await refresh();
      onDone(answer);
    },
    onError: refresh,
  });
}

const since = (version: number) => ({ query: { from: String(version) } });

/** `templateId` null: a new one. */
export const useSaveTemplate = (
  templateId: string | null,
  onSaved: (saved: { readonly name: string; readonly version: number }) => void,
) =>
  useContentChange(
    (json: TemplateInput): Promise<ProgrammeTemplate> =>
      templateId === null
        ? answerOf(templates.$post({ json }))
        : answerOf(templates[":templateId"].$put({ param: { templateId }, json })),
    onSaved,
  );

export const useTakeTemplateBack = (templateId: string, onDone: () => void) =>
  useContentChange(
    (version: number) =>
      answerOf(templates[":templateId"].$delete({ param: { templateId }, ...since(version) })),
    onDone,
  );

export const useSaveList = (specialty: string, onSaved: () => void) =>
  useContentChange(
    (json: ListInput) => answerOf(lists[":specialty"].$put({ param: { specialty }, json })),
    onSaved,
  );

export const useTakeListBack = (specialty: string, onDone: () => void) =>
  useContentChange(
    (version: number) => answerOf(lists[":specialty"].$delete({ param: { specialty }, ...since(version) })),
    onDone,
  );

export const useSaveSafety = (onSaved: () => void) =>
  useContentChange((json: SafetyInput) => answerOf(safety.$put({ json })), onSaved);

export const useTakeSafetyBack = (onDone: () => void) =>
  useContentChange((version: number) => answerOf(safety.$delete(since(version))), onDone);
