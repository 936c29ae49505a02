import type { Hearing } from "@consilium/clinical";
import type { IntakeApi } from "@consilium/server/api";
import { queryOptions } from "@tanstack/react-query";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import { answerOf, inSeat } from "../case/case-api.ts";
import { caseKey } from "../case/case-query.ts";
import type { Sending } from "./saying.ts";

const intakeApi = hc<IntakeApi>(`${location.origin}/api`);
const ofCase = intakeApi.cases[":caseId"];

/** What was chosen in the intake so far, and the consent that stands. */
export type Intake = InferResponseType<typeof ofCase.intake.$get, 200>;
/** What is chosen now. */
export type IntakeChange = InferRequestType<typeof ofCase.intake.$put>["json"];
export type Opening = InferRequestType<typeof intakeApi.cases.$post>["json"];

export const intakeQuery = (caseId: string, seat: string | undefined) =>
  queryOptions({
    queryKey: caseKey(caseId, "intake", seat),
    queryFn: ({ signal }) =>
      answerOf(ofCase.intake.$get({ param: { caseId }, ...inSeat(seat) }, { init: { signal } })),
  });

export const openEmptyCase = (json: Opening) => answerOf(intakeApi.cases.$post({ json }));

export const sayIntake = (
  caseId: string,
  seat: string | undefined,
  json: IntakeChange,
  { signal, isLast }: Sending,
) => {
  const init = { signal, keepalive: isLast };
  return answerOf(ofCase.intake.$put({ param: { caseId }, json, ...inSeat(seat) }, { init }));
};

export const changeHearing = (caseId: string, seat: string | undefined, hearing: Hearing) =>
  answerOf(ofCase.hearing.$put({ param: { caseId }, json: { hearing }, ...inSeat(seat) }));

type Given = InferRequestType<typeof ofCase.consent.$post>["json"];

export const agreeTo = (caseId: string, seat: string | undefined, json: Given) =>
  answerOf(ofCase.consent.$post({ param: { caseId }, json, ...inSeat(seat) }));

export const takeBackConsent = (caseId: string, seat: string | undefined) =>
  answerOf(ofCase.consent.withdrawal.$post({ param: { caseId }, json: { reason: null }, ...inSeat(seat) }));
