import type { FollowUpApi } from "@consilium/server/api";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { answerOf, type CaseDetail, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import type { CaseRef } from "../coordination/coordination-api.ts";

const api = hc<FollowUpApi>(`${location.origin}/api`);
const ofCase = api.cases[":caseId"];
const visits = ofCase.visits;
const oneVisit = visits[":visitId"];

export type FollowUp = InferResponseType<(typeof ofCase)["follow-up"]["$get"], 200>;
export type VisitWish = FollowUp["visits"][number];
export type Feedback = FollowUp["feedback"][number];

const after: ReadonlySet<CaseDetail["state"]> = new Set(["delivered", "follow-up", "closed"]);

export const followUpQuery = ({ caseId, seat }: CaseRef) =>
  queryOptions({
    queryKey: caseKey(caseId, "follow-up"),
    queryFn: () => answerOf(ofCase["follow-up"].$get({ param: { caseId }, ...inSeat(seat) })),
  });

/** What comes after the opinion; asked for only where there can be something. */
export function useFollowUp() {
  const { caseId, seat, detail } = useCase();
  return useQuery({ ...followUpQuery({ caseId, seat }), enabled: after.has(detail.state) });
}

/** A command of the case; whatever of it changes is read again. */
function useCommand<Input>(run: (input: Input) => Promise<unknown>, onDone?: () => void) {
  const { caseId } = useCase();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      onDone?.();
      return queries.invalidateQueries({ queryKey: caseKey(caseId) });
    },
  });
}

export function useAskForVisit(onDone: () => void) {
  const { caseId, seat } = useCase();
  return useCommand(
    (json: { readonly why: string; readonly times: string }) =>
      answerOf(visits.$post({ param: { caseId }, json, ...inSeat(seat) })),
    onDone,
  );
}

export function useTakeBackVisit(visitId: string) {
  const { caseId, seat } = useCase();
  return useCommand(() => answerOf(oneVisit.$delete({ param: { caseId, visitId }, ...inSeat(seat) })));
}

export interface VisitAnswer {
  readonly state: "planned" | "not-possible";
  readonly planned: string | null;
  readonly answer: string | null;
}

export function useAnswerVisit(visitId: string, onDone: () => void) {
  const { caseId, seat } = useCase();
  return useCommand(
    (json: VisitAnswer) =>
      answerOf(oneVisit.answer.$post({ param: { caseId, visitId }, json, ...inSeat(seat) })),
    onDone,
  );
}

export type Choice = "yes" | "partly" | "no";

export interface FeedbackSaid {
  readonly understood: Choice;
  readonly decided: Choice;
  readonly recommended: Choice;
  readonly words: string;
}

export function useGiveFeedback() {
  const { caseId, seat } = useCase();
  return useCommand((said: FeedbackSaid | null) =>
    answerOf(ofCase.feedback.$post({ param: { caseId }, json: { said }, ...inSeat(seat) })),
  );
}
