/**
 * What is so in a conference: who is before the door, who is in, who shows something. Plain data; the functions of this folder give the
 * next one or say why not, and neither media nor sockets are in it. Times are milliseconds since 1970.
 */
export interface Conference {
  /** `scheduled`: nobody has come. `lobby`: somebody has, and no clinician is in. `live`: one is or was. `ended`: for all. */
  readonly state: "scheduled" | "lobby" | "live" | "ended";
  /** By the id of the seat. */
  readonly attendees: ReadonlyMap<string, Attendee>;
  /** Who shows something of the case, and what. */
  readonly presented: Presented | null;
  readonly recording: Recording;
}

/** What is shown to all: guests read this and nothing else of the case. */
export interface Presented {
  /** The seat that shows it. */
  readonly seat: string;
  /** A record's id, or the name of a document. Null: nothing yet. */
  readonly item: string | null;
}

/** Whether a conference is recorded, and who has said yes. */
export interface Recording {
  /** The clinician who asked; null: nobody has, or somebody said no. */
  readonly askedBy: string | null;
  /** Seats that said yes to this asking. */
  readonly agreed: ReadonlySet<string>;
  /** Since when it runs; null: it does not. Milliseconds since 1970. */
  readonly since: number | null;
}

export const noRecording: Recording = { askedBy: null, agreed: new Set(), since: null };

/** Host: a clinician of the case. Member: the patient's side and whoever coordinates. Guest: let in by a link. */
export type Party = "host" | "member" | "guest";

export interface Attendee {
  readonly party: Party;
  readonly attendance: Attendance;
  /** Since when their hand is up. */
  readonly handSince: number | null;
}

/** Where somebody is. Whoever was invited and has not come is no attendee yet. */
export type Attendance =
  | { readonly at: "checking" }
  | { readonly at: "waiting"; readonly since: number }
  | { readonly at: "in" }
  | { readonly at: "reconnecting"; readonly from: KeptPlace; readonly until: number }
  | { readonly at: "left" }
  | { readonly at: "denied" }
  | { readonly at: "removed" };

/** What a lost connection does not take away for a while. */
export type KeptPlace = Extract<Attendance, { readonly at: "checking" | "waiting" | "in" }>;

/** Why something is not done. */
export type ConferenceRefusal =
  | "ended"
  | "no-right"
  | "not-here"
  | "not-waiting"
  | "removed"
  | "full"
  | "somebody-presents"
  | "not-asked"
  | "not-all-agreed";

export const newConference: Conference = {
  state: "scheduled",
  attendees: new Map(),
  presented: null,
  recording: noRecording,
};

/** People in the room and before it at once. */
export const mostAttendees = 24;
/** For so long a lost connection keeps its place. Milliseconds. */
export const keptFor = 30_000;

export const isIn = ({ attendance }: Attendee): boolean =>
  attendance.at === "in" || (attendance.at === "reconnecting" && attendance.from.at === "in");

/** Whether somebody is here, before the door or behind it. */
export const isPresent = ({ attendance }: Attendee): boolean =>
  attendance.at === "checking" ||
  attendance.at === "waiting" ||
  attendance.at === "in" ||
  attendance.at === "reconnecting";

/** Those who wait, the longest first. */
export const waitingIn = ({ attendees }: Conference): readonly string[] =>
  [...attendees]
    .flatMap(([seat, { attendance }]) =>
      attendance.at === "waiting" ? [{ seat, since: attendance.since }] : [],
    )
    .toSorted((one, other) => one.since - other.since)
    .map(({ seat }) => seat);

/** The conference with one attendee as they are now. */
export const withAttendee = (conference: Conference, seat: string, attendee: Attendee): Conference => ({
  ...conference,
  attendees: new Map([...conference.attendees, [seat, attendee]]),
});
