import { ok, refuse, type Result } from "@consilium/foundation";
import { type Conference, type ConferenceRefusal, isIn, noRecording } from "./conference.ts";

type Next = Result<Conference, ConferenceRefusal>;

const isHost = ({ attendees }: Conference, seat: string): boolean => {
  const attendee = attendees.get(seat);
  return attendee?.party === "host" && isIn(attendee);
};

const inside = ({ attendees }: Conference): readonly string[] =>
  [...attendees].flatMap(([seat, attendee]) => (isIn(attendee) ? [seat] : []));

/** Those who are in and have not said yes. */
export const notAgreed = (conference: Conference): readonly string[] =>
  inside(conference).filter((seat) => !conference.recording.agreed.has(seat));

/** A clinician asks whether it may be recorded; they say yes by it. Everybody else is asked anew each time. */
export function askToRecord(conference: Conference, by: string): Next {
  if (conference.state === "ended") return refuse("ended");
  if (!isHost(conference, by)) return refuse("no-right");
  if (conference.recording.since !== null) return ok(conference);
  return ok({ ...conference, recording: { askedBy: by, agreed: new Set([by]), since: null } });
}

/** Somebody who is in says yes or no, also guests; a no, at any moment, ends it. */
export function answerRecording(conference: Conference, seat: string, agrees: boolean): Next {
  const attendee = conference.attendees.get(seat);
  if (!attendee || !isIn(attendee)) return refuse("not-here");
  if (!agrees) return ok({ ...conference, recording: noRecording });
  if (conference.recording.askedBy === null) return refuse("not-asked");
  const agreed = new Set([...conference.recording.agreed, seat]);
  return ok({ ...conference, recording: { ...conference.recording, agreed } });
}

/** It begins once everybody who is in has said yes. */
export function beginRecording(conference: Conference, by: string, now: number): Next {
  if (!isHost(conference, by)) return refuse("no-right");
  const { recording } = conference;
  if (recording.since !== null) return ok(conference);
  if (recording.askedBy === null) return refuse("not-asked");
  if (notAgreed(conference).length > 0) return refuse("not-all-agreed");
  return ok({ ...conference, recording: { ...recording, since: now } });
}

/** A clinician ends it. */
export function endRecording(conference: Conference, by: string): Next {
  if (!isHost(conference, by)) return refuse("no-right");
  return ok({ ...conference, recording: noRecording });
}

/** What holds after each step: nobody is recorded who has not said yes, and a yes is worth nothing once its person has gone. */
export function settleRecording(conference: Conference): Conference {
  const { recording } = conference;
  if (recording === noRecording) return conference;
  const present = new Set(inside(conference));
  if (conference.state === "ended" || present.size === 0) return { ...conference, recording: noRecording };
  if (recording.since !== null && notAgreed(conference).length > 0)
    return { ...conference, recording: noRecording };
  const agreed = new Set([...recording.agreed].filter((seat) => present.has(seat)));
  if (agreed.size === recording.agreed.size) return conference;
  return { ...conference, recording: { ...recording, agreed } };
}
