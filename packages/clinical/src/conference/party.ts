import { isSeated, type Seat } from "../identity/seat.ts";
import { isClinician, isPatientSide, isReadingBlind } from "../rights/columns.ts";
import type { Party } from "./conference.ts";

/** Whether somebody may be asked to a conference of their case, and is told of it. A guest comes by a link, to one. */
export const mayBeInvited = (seat: Seat, now: Date): boolean =>
  seat.role !== "guest" && partyOf(seat, now) !== undefined;

/** As what somebody comes to a conference of their case. Undefined: not at all. */
export function partyOf(seat: Seat, now: Date): Party | undefined {
  if (!isSeated(seat, now)) return undefined;
  if (seat.role === "guest") return "guest";
  if (isReadingBlind(seat)) return undefined;
  if (isClinician(seat)) return "host";
  if (isPatientSide(seat))
    return seat.role !== "proxy" || seat.scopes.includes("meet") ? "member" : undefined;
  return seat.role === "coordinator" ? "member" : undefined;
}
