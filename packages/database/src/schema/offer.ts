import { boolean, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { caseReference, seat } from "./case.ts";
import { bytea, instant, ofCase } from "./columns.ts";
import { person } from "./identity.ts";
import { organisation } from "./organisation.ts";

/** What a specialist works on in a programme. Nothing in it is of a patient, so nothing is sealed. */
export const practice = pgTable(
  "practice",
  {
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisation.id),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    specialties: text("specialties").array().notNull().default([]),
    /** BCP 47. */
    languages: text("languages").array().notNull().default([]),
    /** ISO 3166-1 alpha-2: from where they take patients. */
    countries: text("countries").array().notNull().default([]),
    /** How many cases at once. */
    most: integer("most").notNull(),
    /** Whether they take cases now. */
    takes: boolean("takes").notNull().default(true),
    changedAt: instant("changed_at").notNull(),
    changedBy: text("changed_by")
      .notNull()
      .references(() => person.id),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.personId] })],
);

/** A case that somebody is asked to take: they have no seat in it before they accept. */
export const offer = pgTable(
  "offer",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    mode: text("mode", { enum: ["author", "blind"] }).notNull(),
    /** `offered` after its date is a lapsed one. */
    state: text("state", { enum: ["offered", "accepted", "declined", "withdrawn"] })
      .notNull()
      .default("offered"),
    /** Who offers it. */
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    at: instant("at").notNull(),
    dueAt: instant("due_at").notNull(),
    answeredAt: instant("answered_at"),
    /** The seat that accepting gave. */
    givenSeatId: text("given_seat_id").references(() => seat.id),
    /** What was said with it and in answer, as JSON. */
    sealed: bytea("sealed").notNull(),
  },
  (table) => [
    caseReference(table),
    index("offer_case").on(table.caseId),
    index("offer_person").on(table.personId),
  ],
);
