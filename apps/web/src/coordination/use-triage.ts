import { useQuery } from "@tanstack/react-query";
import { answerOf, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import {
  type CaseRef,
  clockApi,
  type Practice,
  practiceApi,
  triageApi,
  useChange,
} from "./coordination-api.ts";

const one = triageApi.cases[":caseId"];

/** What reveals the first opinion, who could take the case, and who is asked. */
export function useTriage() {
  const { caseId, seat } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "triage", seat),
    queryFn: ({ signal }) =>
      answerOf(one.triage.$get({ param: { caseId }, ...inSeat(seat) }, { init: { signal } })),
  });
}

export interface NewOffer {
  readonly person: string;
  readonly mode: "author" | "blind";
  /** ISO 8601. */
  readonly due: string;
  readonly note: string | null;
}

export function useOffer(onDone: () => void) {
  const { caseId, seat } = useCase();
  return useChange(
    { caseId },
    (json: NewOffer) => answerOf(one.offers.$post({ param: { caseId }, json, ...inSeat(seat) })),
    onDone,
  );
}

export function useWithdrawOffer() {
  const { caseId, seat } = useCase();
  return useChange({ caseId }, (offerId: string) =>
    answerOf(one.offers[":offerId"].withdrawal.$post({ param: { caseId, offerId }, ...inSeat(seat) })),
  );
}

export function useWordForBlind(questionId: string, onDone: () => void) {
  const { caseId, seat } = useCase();
  const route = one.questions[":questionId"]["words-for-blind"];
  return useChange(
    { caseId },
    (text: string | null) =>
      answerOf(route.$post({ param: { caseId, questionId }, json: { text }, ...inSeat(seat) })),
    onDone,
  );
}

export function useSavePracticeOf(personId: string, onDone: () => void) {
  const { caseId } = useCase();
  return useChange(
    { caseId },
    (json: Practice) => answerOf(practiceApi.practices[":personId"].$put({ param: { personId }, json })),
    onDone,
  );
}

const clocks = clockApi.cases[":caseId"];
export type ClockKind = "triage" | "records" | "start" | "blind" | "opinion" | "questions";

export const useExtendClock = ({ caseId, seat }: CaseRef, kind: ClockKind, onDone: () => void) =>
  useChange(
    { caseId },
    (json: { readonly due: string; readonly reason: string }) =>
      answerOf(clocks.clocks[":kind"].extension.$post({ param: { caseId, kind }, json, ...inSeat(seat) })),
    onDone,
  );

export const usePauseClock = ({ caseId, seat }: CaseRef, kind: ClockKind, onDone: () => void) =>
  useChange(
    { caseId },
    (reason: string) =>
      answerOf(
        clocks.clocks[":kind"].pause.$post({
          param: { caseId, kind },
          json: { reason },
          ...inSeat(seat),
        }),
      ),
    onDone,
  );

export const useResumeClock = ({ caseId, seat }: CaseRef, kind: ClockKind) =>
  useChange({ caseId }, () =>
    answerOf(clocks.clocks[":kind"].resumption.$post({ param: { caseId, kind }, ...inSeat(seat) })),
  );

export const useTier = ({ caseId, seat }: CaseRef) =>
  useChange({ caseId }, (tier: "standard" | "expedited") =>
    answerOf(clocks.tier.$post({ param: { caseId }, json: { tier }, ...inSeat(seat) })),
  );
