import { isSeated } from "@consilium/clinical";
import type { PersonSeat } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { OwnSeat, SeatPerson } from "./case-schemas.ts";

/** The people of a case as their fellows see them: no e-mail, no account. */
export function describePeople(
  seats: readonly PersonSeat[],
  personId: string,
  now: Date,
): z.infer<typeof SeatPerson>[] {
  return seats.map((seat) => ({
    seat: seat.id,
    name: seat.name,
    initials: seat.initials,
    role: seat.role,
    mode: seat.mode,
    profession: seat.profession,
    workplace: seat.workplace,
    colour: seat.colour,
    ended: !isSeated(seat, now),
    own: seat.personId === personId,
  }));
}

export const describeSeat = ({ id, role, mode, scopes }: PersonSeat): z.infer<typeof OwnSeat> => ({
  id,
  role,
  mode,
  scopes: [...scopes],
});
