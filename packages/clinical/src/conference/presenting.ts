import { ok, refuse, type Result } from "@consilium/foundation";
import { type Conference, type ConferenceRefusal, isIn, withAttendee } from "./conference.ts";

type Next = Result<Conference, ConferenceRefusal>;

/**
 * Somebody shows something of the case to all. A clinician takes over from whoever shows something; the patient's side and who
 * coordinates wait until nobody does; a guest shows nothing. Said again, it is another item that is shown.
 */
export function present(conference: Conference, seat: string, item: string | null): Next {
  if (conference.state === "ended") return refuse("ended");
  const attendee = conference.attendees.get(seat);
  if (!attendee || !isIn(attendee)) return refuse("not-here");
  if (attendee.party === "guest") return refuse("no-right");
  const isTaken = conference.presented !== null && conference.presented.seat !== seat;
  if (isTaken && attendee.party !== "host") return refuse("somebody-presents");
  return ok({ ...conference, presented: { seat, item } });
}

export const stopPresenting = (conference: Conference, seat: string): Conference =>
  conference.presented?.seat === seat ? { ...conference, presented: null } : conference;

/** A hand that is up keeps the moment at which it went up: who waits longest is asked first. */
export function raiseHand(conference: Conference, seat: string, isUp: boolean, now: number): Next {
  const attendee = conference.attendees.get(seat);
  if (!attendee || !isIn(attendee)) return refuse("not-here");
  const handSince = isUp ? (attendee.handSince ?? now) : null;
  return ok(withAttendee(conference, seat, { ...attendee, handSince }));
}
