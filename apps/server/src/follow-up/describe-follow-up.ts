import { isClinician, isPatientSide, mayCommand, type Seat } from "@consilium/clinical";
import { feedbackOfCase, type StoredFeedback, type StoredVisit, visitsOfCase } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import { readsBlind } from "../case/reads-blind.ts";
import type { Services } from "../services.ts";
import type { FollowUp } from "./follow-up-schemas.ts";
import { remainingOf } from "./remaining.ts";

/** What comes after a signed opinion, as one seat may know it. */
export async function describeFollowUp(services: Services, visit: Visit): Promise<z.infer<typeof FollowUp>> {
  const { key, seat, facts } = visit;
  const { database } = services.open;
  const feedback = await feedbackOfCase(database, key);
  const visits = knowsVisits(seat) ? await visitsOfCase(database, key) : [];
  const mayClose = mayCommand(
    "lifecycle, clocks, requests, marking an item as revealing",
    seat,
    facts,
    services.now(),
  );
  return {
    visits: visits.map(describeVisit),
    own: ownOf(feedback, seat),
    feedback: mayReadFeedback(seat) ? feedback.flatMap(describeFeedback) : [],
    remaining: mayClose ? await remainingOf(services, visit) : [],
  };
}

/** Those who treat and advise, the coordinator, and the patient's side, a proxy within the scope to meet. */
function knowsVisits(seat: Seat): boolean {
  if (seat.role === "proxy") return seat.scopes.includes("meet");
  return isPatientSide(seat) || seat.role === "coordinator" || (isClinician(seat) && !readsBlind(seat));
}

/** What the patient says of it is for those who wrote it and for who coordinates. */
const mayReadFeedback = (seat: Seat): boolean =>
  seat.role === "coordinator" || (seat.role === "specialist" && seat.mode === "author");

function ownOf(feedback: readonly StoredFeedback[], seat: Seat) {
  const own = feedback.find(({ seatId }) => seatId === seat.id);
  return own ? (own.said === null ? "skipped" : "given") : null;
}

const describeFeedback = ({ seatId, at, said }: StoredFeedback) =>
  said === null ? [] : [{ by: seatId, at: at.toISOString(), ...said }];

const describeVisit = (visit: StoredVisit) => ({
  id: visit.id,
  by: visit.seatId,
  at: visit.at.toISOString(),
  state: visit.state,
  why: visit.why,
  times: visit.times,
  planned: visit.planned?.toISOString() ?? null,
  answer: visit.answer,
  answeredBy: visit.answeredBy,
});
