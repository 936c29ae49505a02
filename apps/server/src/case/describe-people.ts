import { isSeated, type Seat, type SpecialistMode } from "@consilium/clinical";
import type { PersonSeat } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { OwnSeat, SeatPerson } from "./case-schemas.ts";

/**
 * How a specialist sits, as `viewer` may know it: who writes is known to all. Who reads blind is told to nobody but themselves and who
 * coordinates, and neither is how the others read: what is left over would tell.
 */
export function modeFor(seat: Seat, viewer: Pick<Seat, "personId" | "role">): SpecialistMode | null {
  const isKnown =
    seat.mode === "author" || viewer.role === "coordinator" || seat.personId === viewer.personId;
  return isKnown ? seat.mode : null;
}

/** The people of a case as their fellows see them: no e-mail, no account. */
export function describePeople(
  seats: readonly PersonSeat[],
  viewer: Pick<Seat, "personId" | "role">,
  now: Date,
): z.infer<typeof SeatPerson>[] {
  return seats.map((seat) => ({
    seat: seat.id,
    name: seat.name,
    initials: seat.initials,
    role: seat.role,
    mode: modeFor(seat, viewer),
    profession: seat.profession,
    workplace: seat.workplace,
    colour: seat.colour,
    ended: !isSeated(seat, now),
    own: seat.personId === viewer.personId,
  }));
}

export const describeSeat = ({ id, role, mode, scopes }: PersonSeat): z.infer<typeof OwnSeat> => ({
  id,
  role,
  mode,
  scopes: [...scopes],
});
