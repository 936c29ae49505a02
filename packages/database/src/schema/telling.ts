import {
  type NotificationKind,
  notificationKinds,
  type QuietHours,
  type TellingChoices,
} from "@consilium/clinical";
import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { caseReference, seat } from "./case.ts";
import { instant, ofCase } from "./columns.ts";
import { person } from "./identity.ts";

/**
 * `kept`: there is no mail server; it lies in the outbox. `stopped`: the address takes no mail, and nobody tries again. `failed`: it
 * was tried for as long as mail is tried.
 */
export const mailStates = ["queued", "sent", "kept", "failed", "stopped"] as const;

/** What leaves by mail. It says that something waits, and never what: no row of it holds a word of a case. */
export const mail = pgTable(
  "mail",
  {
    id: text("id").primaryKey(),
    /** Null: somebody without an account, as a hospital that is asked for a record. */
    personId: text("person_id").references(() => person.id),
    /** As the account had it when the mail was written. */
    address: text("address").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    /** A calendar file that goes with it (RFC 5545): when something is, and never what. */
    calendar: text("calendar"),
    state: text("state", { enum: mailStates }).notNull().default("queued"),
    /** How often the mail server was asked. */
    tries: integer("tries").notNull().default(0),
    /** When it is tried next; while it is being sent, when another server may take it. */
    nextAt: instant("next_at").notNull(),
    /** A closed word: why it did not leave. */
    problem: text("problem"),
    queuedAt: instant("queued_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (table) => [index("mail_next").on(table.state, table.nextAt), index("mail_person").on(table.personId)],
);

/** That somebody is told of something. What it is they read in the case: the row names it by its id. */
export const notification = pgTable(
  "notification",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    /** The seat that it is for. Null: they have none in this case, as before an offer is taken. */
    seatId: text("seat_id").references(() => seat.id),
    kind: text("kind", { enum: notificationKinds }).$type<NotificationKind>().notNull(),
    /** What it is about: an id, or the name of a document. */
    subject: text("subject").notNull(),
    at: instant("at").notNull(),
    readAt: instant("read_at"),
    /** When the mail about it is due; null: there is none, or it was written. */
    mailAt: instant("mail_at"),
    mailId: text("mail_id").references(() => mail.id, { onDelete: "set null" }),
    /** What it is told once for, as `due/<request>/2026-11-29`: told again, it is the same. */
    once: text("once"),
  },
  (table) => [
    caseReference(table),
    index("notification_person").on(table.personId, table.at),
    index("notification_mail")
      .on(table.mailAt)
      .where(sql`mail_at is not null`),
    uniqueIndex("notification_once").on(table.personId, table.once),
  ],
);

/** How somebody wants to be told. Whoever changed nothing has no row. */
export const tellingChoice = pgTable("telling_choice", {
  personId: text("person_id")
    .primaryKey()
    .references(() => person.id),
  choices: jsonb("choices").$type<TellingChoices>().notNull().default({}),
  quiet: jsonb("quiet").$type<QuietHours>(),
  changedAt: instant("changed_at").notNull(),
});
