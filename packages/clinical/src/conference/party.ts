import { isSeated, type Seat } from "../identity/seat.ts";
import { isClinician, isPatientSide, isReadingBlind } from "../rights/columns.ts";
import type { Party } from "./conference.ts";

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
