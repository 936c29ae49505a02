import type { CaseApi } from "@consilium/server/api";
import { useQuery } from "@tanstack/react-query";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";
import { answerOf, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { caseKey } from "../case/case-query.ts";
import { useChange } from "../coordination/coordination-api.ts";

const { seats } = hc<CaseApi>(`${location.origin}/api`).cases[":caseId"];

export type CaseSeats = InferResponseType<typeof seats.$get, 200>;
export type SeatedPerson = CaseSeats["items"][number];
export type Role = SeatedPerson["role"];
export type GivenSeat = InferRequestType<typeof seats.$post>["json"];

/** The people of the case, and what this seat may do about their places. */
export function useCaseSeats() {
  const { caseId, seat } = useCase();
  return useQuery({
    queryKey: caseKey(caseId, "seats", seat),
    queryFn: ({ signal }) =>
      answerOf(seats.$get({ param: { caseId }, ...inSeat(seat) }, { init: { signal } })),
  });
}

export function useGiveSeat(onDone: () => void) {
  const { caseId, seat } = useCase();
  return useChange(
    { caseId },
    (json: GivenSeat) => answerOf(seats.$post({ param: { caseId }, json, ...inSeat(seat) })),
    onDone,
  );
}

export function useEndSeat(onDone: () => void) {
  const { caseId, seat } = useCase();
  return useChange(
    { caseId },
    (seatId: string) => answerOf(seats[":seatId"].end.$post({ param: { caseId, seatId }, ...inSeat(seat) })),
    onDone,
  );
}
