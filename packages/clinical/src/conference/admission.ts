import { ok, refuse, type Result } from "@consilium/foundation";
import { goneAs } from "./come-and-go.ts";
import { type Conference, type ConferenceRefusal, isIn, isPresent, withAttendee } from "./conference.ts";

type Next = Result<Conference, ConferenceRefusal>;

/** Whether somebody acts as a clinician who is in. */
function isHosting({ attendees }: Conference, by: string): boolean {
  const host = attendees.get(by);
  return host?.party === "host" && isIn(host);
}

/** A clinician who is in lets somebody in who waits, also while their connection is lost. */
export function admit(conference: Conference, by: string, seat: string): Next {
  if (conference.state === "ended") return refuse("ended");
  if (!isHosting(conference, by)) return refuse("no-right");
  const attendee = conference.attendees.get(seat);
  if (!attendee) return refuse("not-here");
  const { attendance } = attendee;
  if (attendance.at === "waiting")
    return ok(withAttendee(conference, seat, { ...attendee, attendance: { at: "in" } }));
  if (attendance.at !== "reconnecting" || attendance.from.at !== "waiting") return refuse("not-waiting");
  return ok(
    withAttendee(conference, seat, { ...attendee, attendance: { ...attendance, from: { at: "in" } } }),
  );
}

/** A clinician does not let somebody in. They may ask again. */
export function deny(conference: Conference, by: string, seat: string): Next {
  if (conference.state === "ended") return refuse("ended");
  if (!isHosting(conference, by)) return refuse("no-right");
  const attendee = conference.attendees.get(seat);
  if (!attendee || !isPresent(attendee)) return refuse("not-here");
  return isIn(attendee) ? refuse("not-waiting") : ok(goneAs(conference, seat, "denied"));
}

/** A clinician takes somebody out. A clinician of the case takes out no other: that is done by ending their seat. */
export function remove(conference: Conference, by: string, seat: string): Next {
  if (conference.state === "ended") return refuse("ended");
  const attendee = conference.attendees.get(seat);
  if (!isHosting(conference, by) || attendee?.party === "host") return refuse("no-right");
  if (!attendee || !isIn(attendee)) return refuse("not-here");
  return ok(goneAs(conference, seat, "removed"));
}

/** Whether somebody may silence another, who can speak again by themselves. */
export function mayMute(conference: Conference, by: string, seat: string): boolean {
  const attendee = conference.attendees.get(seat);
  return attendee !== undefined && isIn(attendee) && (by === seat || isHosting(conference, by));
}
