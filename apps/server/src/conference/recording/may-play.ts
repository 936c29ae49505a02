import { isClinician, partyOf, type Seat } from "@consilium/clinical";
import type { NamedAttendance, NamedRecording } from "@consilium/database";

/** Clinicians who may come to it, and whoever of the case was in it; never a guest. What is to be erased nobody plays. */
export function mayPlay(
  { conferenceId, eraseAt }: Pick<NamedRecording, "conferenceId" | "eraseAt">,
  seat: Seat,
  attendances: readonly Pick<NamedAttendance, "conferenceId" | "seatId">[],
  now: Date,
): boolean {
  const party = partyOf(seat, now);
  if (party === undefined || party === "guest" || eraseAt <= now) return false;
  if (isClinician(seat)) return true;
  return attendances.some((one) => one.conferenceId === conferenceId && one.seatId === seat.id);
}
