import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { caseReference, seat } from "./case.ts";
import { bytea, instant, ofCase } from "./columns.ts";

export const conferenceStates = ["scheduled", "live", "ended", "cancelled"] as const;

/** A meeting of a case's people. Its agenda, notes and decisions are the document `conference.<id>`; no word of it stands here. */
export const conference = pgTable(
  "conference",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    calledBy: text("called_by")
      .notNull()
      .references(() => seat.id),
    calledAt: instant("called_at").notNull(),
    state: text("state", { enum: conferenceStates }).notNull().default("scheduled"),
    startsAt: instant("starts_at").notNull(),
    minutes: integer("minutes").notNull(),
    begunAt: instant("begun_at"),
    endedAt: instant("ended_at"),
    /** Since when the patient's side reads the notes also afterwards. */
    notesSharedAt: instant("notes_shared_at"),
    /** Counts up with each change of when it is: calendars go by it. */
    revision: integer("revision").notNull().default(0),
    /** A record's id or a document's name: what is shown to all now, which guests may read. */
    presented: text("presented"),
    /** The server process that has its room, until when it says so anew. */
    holder: text("holder"),
    holderUntil: instant("holder_until"),
  },
  (table) => [caseReference(table), index("conference_case").on(table.caseId, table.startsAt)],
);

const ofConference = () =>
  text("conference_id")
    .notNull()
    .references(() => conference.id);

/** Who is asked to come. */
export const conferenceInvitation = pgTable(
  "conference_invitation",
  {
    conferenceId: ofConference(),
    ...ofCase(),
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    at: instant("at").notNull(),
  },
  (table) => [caseReference(table), primaryKey({ columns: [table.conferenceId, table.seatId] })],
);

export const conferenceGuestKinds = ["interpreter", "relative", "outside-doctor"] as const;

/** Somebody without an account, who comes by a link that is good once, on the device that opened it. */
export const conferenceGuest = pgTable(
  "conference_guest",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    conferenceId: ofConference(),
    seatId: text("seat_id")
      .notNull()
      .unique()
      .references(() => seat.id),
    kind: text("kind", { enum: conferenceGuestKinds }).notNull(),
    invitedBy: text("invited_by")
      .notNull()
      .references(() => seat.id),
    at: instant("at").notNull(),
    /** SHA-256 of the link's secret; null once it was opened. */
    tokenHash: bytea("token_hash").unique(),
    /** SHA-256 of what the device that opened it holds. */
    deviceHash: bytea("device_hash").unique(),
    openedAt: instant("opened_at"),
    /** After it neither the link nor the device is good for anything. */
    expiresAt: instant("expires_at").notNull(),
    /** Let in by a clinician, and not gone since: only then what is shown may be read. */
    isIn: boolean("is_in").notNull().default(false),
    /** `{language, email}` as JSON. */
    sealed: bytea("sealed").notNull(),
  },
  (table) => [caseReference(table), index("conference_guest_conference").on(table.conferenceId)],
);

/** Who was in, from when to when. */
export const conferenceAttendance = pgTable(
  "conference_attendance",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    conferenceId: ofConference(),
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    fromAt: instant("from_at").notNull(),
    /** Null: they are in. */
    toAt: instant("to_at"),
  },
  (table) => [caseReference(table), index("conference_attendance_conference").on(table.conferenceId)],
);

/** How one went, for whoever runs the server: numbers of lines, nobody's name, nothing that was said. One row each time a room closes. */
export const conferenceStatistics = pgTable(
  "conference_statistics",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    conferenceId: ofConference(),
    at: instant("at").notNull(),
    body: jsonb("body").$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (table) => [caseReference(table)],
);
