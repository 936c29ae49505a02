import { ok, refuse, type Result } from "@consilium/foundation";
import {
  type Attendance,
  type Attendee,
  type Conference,
  type ConferenceRefusal,
  isIn,
  isPresent,
  type KeptPlace,
  keptFor,
  mostAttendees,
  newConference,
  type Party,
  withAttendee,
} from "./conference.ts";

type Next = Result<Conference, ConferenceRefusal>;

/**
 * Somebody opens the page of the conference, in this tab or, after another one or another device, again: a place that is kept goes on,
 * also where its socket was not yet known to be lost. Whoever was denied or left may come again, whoever was removed waits anew.
 */
export function come(conference: Conference, seat: string, party: Party): Next {
  if (conference.state === "ended") return refuse("ended");
  const known = conference.attendees.get(seat);
  if (known && isPresent(known))
    return ok(withAttendee(conference, seat, { ...known, attendance: placeOf(known) }));
  const present = [...conference.attendees.values()].filter(isPresent);
  if (present.length >= mostAttendees) return refuse("full");
  // A guest's link is used up by being removed.
  if (known?.attendance.at === "removed" && party === "guest") return refuse("removed");
  const arrived = withAttendee(conference, seat, { party, attendance: { at: "checking" }, handSince: null });
  return ok({ ...arrived, state: conference.state === "scheduled" ? "lobby" : conference.state });
}

const placeOf = ({ attendance }: Attendee): KeptPlace | Attendance =>
  attendance.at === "reconnecting" ? attendance.from : attendance;

/**
 * Somebody who has looked at camera and microphone goes in. A clinician is in, and the conference is live; nobody else gets in by that,
 * however long they have waited: each is let in on purpose.
 */
export function goIn(conference: Conference, seat: string, now: number): Next {
  if (conference.state === "ended") return refuse("ended");
  const attendee = conference.attendees.get(seat);
  if (!attendee || !isPresent(attendee)) return refuse("not-here");
  if (attendee.attendance.at !== "checking") return ok(conference);
  const isHost = attendee.party === "host";
  const attendance: Attendance = isHost ? { at: "in" } : { at: "waiting", since: now };
  const next = withAttendee(conference, seat, { ...attendee, attendance });
  return ok(isHost ? { ...next, state: "live" } : next);
}

/** A connection is lost without a word: the place is kept for a while. */
export function lose(conference: Conference, seat: string, now: number): Conference {
  const attendee = conference.attendees.get(seat);
  if (!attendee || !isPresent(attendee)) return conference;
  const from = placeOf(attendee);
  if (from.at !== "checking" && from.at !== "waiting" && from.at !== "in") return conference;
  return withAttendee(conference, seat, {
    ...attendee,
    attendance: { at: "reconnecting", from, until: now + keptFor },
  });
}

/** A conference that goes on after its server has stopped: those who were in are waited for, as after a lost connection. */
export const goOnWith = (
  wereIn: readonly { readonly seat: string; readonly party: Party }[],
  now: number,
): Conference =>
  wereIn.reduce<Conference>(
    (conference, { seat, party }) =>
      lose(
        withAttendee({ ...conference, state: "live" }, seat, {
          party,
          attendance: { at: "in" },
          handSince: null,
        }),
        seat,
        now,
      ),
    newConference,
  );

/** Places whose time has passed are given up. Those whom it was, beside the next conference. */
export function giveUpLost(
  conference: Conference,
  now: number,
): { readonly conference: Conference; readonly gone: readonly string[] } {
  const gone = [...conference.attendees].flatMap(([seat, { attendance }]) =>
    attendance.at === "reconnecting" && attendance.until <= now ? [seat] : [],
  );
  return { conference: gone.reduce((next, seat) => leave(next, seat), conference), gone };
}

/** Somebody goes, by themselves or because their seat has ended. What they showed is shown no longer. */
export const leave = (conference: Conference, seat: string): Conference => goneAs(conference, seat, "left");

/** No longer there, as `at` says. */
export function goneAs(conference: Conference, seat: string, at: "left" | "denied" | "removed"): Conference {
  const attendee = conference.attendees.get(seat);
  if (!attendee || !isPresent(attendee)) return conference;
  const next = withAttendee(conference, seat, { ...attendee, attendance: { at }, handSince: null });
  return next.presented?.seat === seat ? { ...next, presented: null } : next;
}

/** A clinician ends it for all. */
export function endForAll(conference: Conference, by: string): Next {
  if (conference.state === "ended") return refuse("ended");
  const host = conference.attendees.get(by);
  if (host?.party !== "host" || !isIn(host)) return refuse("no-right");
  return ok(over(conference));
}

/** Nobody is there any more, whoever ended it. */
export function over(conference: Conference): Conference {
  const all = [...conference.attendees.keys()].reduce((next, seat) => leave(next, seat), conference);
  return { ...all, state: "ended" };
}
