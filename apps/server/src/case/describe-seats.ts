import { isSeated, mayCommand, type Role, roles, type Seat } from "@consilium/clinical";
import { type PersonSeat, seatsOfCases } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import type { CaseSeats, SeatedPerson } from "./case-schemas.ts";
import { instant } from "./describe-clocks.ts";
import { describePeople, modeFor } from "./describe-people.ts";

/** Every place in the case, since when, and what whoever asks may do about it. */
export async function describeSeats(
  services: Services,
  { row, seat: viewer, facts }: Visit,
): Promise<z.infer<typeof CaseSeats>> {
  const now = services.now();
  const seats = await seatsOfCases(services.open.database, [row.id]);
  const mayGive = (role: Role) => mayCommand("give or end a seat", viewer, facts, now, { role });
  const people = describePeople(seats, viewer, now);
  const items = seats.flatMap((seat, at) => {
    const person = people[at];
    return person
      ? [{ ...person, ...placeOf(seat, viewer), mayEnd: isSeated(seat, now) && mayGive(seat.role) }]
      : [];
  });
  // A guest is invited to a conference, and to nothing else.
  return { items, mayGive: roles.filter((role) => role !== "guest" && mayGive(role)) };
}

type Place = Pick<z.infer<typeof SeatedPerson>, "since" | "until" | "scopes" | "revealed">;

function placeOf(seat: PersonSeat, viewer: Seat): Place {
  return {
    since: seat.from.toISOString(),
    until: instant(seat.to),
    scopes: knowsScopes(viewer, seat) ? [...seat.scopes] : null,
    revealed: modeFor(seat, viewer) === "blind" && seat.revealedAt !== null,
  };
}

/** How far a proxy goes is between the patient, the proxy and who coordinates. */
const knowsScopes = (viewer: Seat, seat: Seat): boolean =>
  viewer.role === "patient" || viewer.role === "coordinator" || viewer.personId === seat.personId;
