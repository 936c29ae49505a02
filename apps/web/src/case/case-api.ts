import type { CaseApi, OpinionApi, SessionApi } from "@consilium/server/api";
import { hc, type InferResponseType } from "hono/client";
import { refusedBy } from "../app/refused.ts";

const base = `${location.origin}/api`;

export const caseApi = hc<CaseApi>(base);
export const opinionApi = hc<OpinionApi>(base);
export const sessionApi = hc<SessionApi>(base);

/** All that this seat may know of a case, apart from records and documents. */
export type CaseDetail = InferResponseType<(typeof caseApi.cases)[":caseId"]["$get"], 200>;
export type CaseListItem = InferResponseType<typeof caseApi.cases.$get, 200>["items"][number];
export type OpinionSummary = CaseDetail["opinions"][number];
export type Share = CaseDetail["shares"][number];

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly json: () => Promise<unknown>;
}

type Body<Response extends Answer> = Awaited<ReturnType<Extract<Response, { ok: true }>["json"]>>;

/** The answer's body; a refusal is thrown as `Refused`, the way in which Query knows failures. */
export async function answerOf<Response extends Answer>(asked: Promise<Response>): Promise<Body<Response>> {
  const response = await asked;
  if (!response.ok) throw await refusedBy(response);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Our own server, whose routes are the type.
  return (await response.json()) as Body<Response>;
}

/** Names the seat in which whoever asks comes: needed by who sits twice in a case, harmless to everyone else. */
export const inSeat = (seat: string | undefined) => ({
  header: seat === undefined ? {} : { "consilium-seat": seat },
});
