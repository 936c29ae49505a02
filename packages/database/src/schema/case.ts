import {
  type CaseState,
  clockKinds,
  type ProxyScope,
  roles,
  specialistModes,
  tiers,
} from "@consilium/clinical";
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { bytea, instant, ofCase } from "./columns.ts";
import { person } from "./identity.ts";
import { organisation } from "./organisation.ts";

/** In clear: ids, dates, states, numbers. `sealed` holds title, patient, decision, languages and the like as JSON. */
export const clinicalCase = pgTable(
  "clinical_case",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisation.id),
    /** What people call it by. Says nothing of the patient. */
    number: text("number").notNull(),
    state: text("state").$type<CaseState>().notNull().default("draft"),
    /** The state before the pause, to which it returns. */
    pausedFrom: text("paused_from").$type<CaseState>(),
    tier: text("tier", { enum: tiers }).notNull().default("standard"),
    specialty: text("specialty").notNull(),
    /** The case's key under the master key. Null: erased, and nothing of it opens any more. */
    wrappedKey: bytea("wrapped_key"),
    sealed: bytea("sealed").notNull(),
    /** Raised by `raise_authority`; a document made later starts with it (SY-20). */
    authority: integer("authority").notNull().default(1),
    openedBy: text("opened_by")
      .notNull()
      .references(() => person.id),
    /** The specialist who signs. */
    leadPersonId: text("lead_person_id").references(() => person.id),
    createdAt: instant("created_at").notNull(),
    submittedAt: instant("submitted_at"),
    signedAt: instant("signed_at"),
    closedAt: instant("closed_at"),
    /** Of the signed report. */
    digest: bytea("digest"),
  },
  (table) => [
    unique("clinical_case_organisation").on(table.organisationId, table.id),
    unique("clinical_case_number").on(table.organisationId, table.number),
  ],
);

/** Organisation and case of a row cannot disagree: together they are one key of the case. */
export const caseReference = (table: { organisationId: AnyPgColumn; caseId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.organisationId, table.caseId],
    foreignColumns: [clinicalCase.organisationId, clinicalCase.id],
  });

export const seat = pgTable(
  "seat",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    role: text("role", { enum: roles }).notNull(),
    mode: text("mode", { enum: specialistModes }),
    scopes: text("scopes").array().$type<ProxyScope[]>().notNull().default([]),
    /** The place of the person's colour in the row of colours: theirs for the life of the case. */
    colour: integer("colour").notNull(),
    /** Why they sit here, in words. */
    sealedBasis: bytea("sealed_basis"),
    givenBy: text("given_by").references(() => person.id),
    fromAt: instant("from_at").notNull(),
    toAt: instant("to_at"),
    revealedAt: instant("revealed_at"),
  },
  (table) => [
    caseReference(table),
    index("seat_case").on(table.caseId),
    index("seat_person").on(table.personId),
  ],
);

export const lifecycleEvent = pgTable(
  "lifecycle_event",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    fromState: text("from_state").$type<CaseState>().notNull(),
    toState: text("to_state").$type<CaseState>().notNull(),
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    at: instant("at").notNull(),
    sealedReason: bytea("sealed_reason"),
  },
  (table) => [caseReference(table), index("lifecycle_event_case").on(table.caseId, table.at)],
);

export const clock = pgTable(
  "clock",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    kind: text("kind", { enum: clockKinds }).notNull(),
    /** Null: it has not begun. */
    startedAt: instant("started_at"),
    dueAt: instant("due_at"),
    doneAt: instant("done_at"),
    /** The IANA zone in which its deadline was set. */
    zone: text("zone").notNull(),
  },
  (table) => [caseReference(table), unique("clock_kind").on(table.caseId, table.kind)],
);

export const clockPause = pgTable(
  "clock_pause",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    clockId: text("clock_id")
      .notNull()
      .references(() => clock.id),
    fromAt: instant("from_at").notNull(),
    toAt: instant("to_at"),
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    sealedReason: bytea("sealed_reason").notNull(),
  },
  (table) => [caseReference(table), index("clock_pause_clock").on(table.clockId)],
);

/** A deadline that somebody moved, with their reason. */
export const clockExtension = pgTable(
  "clock_extension",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    clockId: text("clock_id")
      .notNull()
      .references(() => clock.id),
    fromDue: instant("from_due").notNull(),
    toDue: instant("to_due").notNull(),
    at: instant("at").notNull(),
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    sealedReason: bytea("sealed_reason").notNull(),
  },
  (table) => [caseReference(table), index("clock_extension_case").on(table.caseId)],
);

export const recordRequest = pgTable(
  "record_request",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    state: text("state", { enum: ["open", "received", "unavailable", "not-applicable", "withdrawn"] })
      .notNull()
      .default("open"),
    /** The opinion waits for it, or says that it does not have it. */
    required: boolean("required").notNull().default(false),
    /** What is asked for, of whom, and how it went. */
    sealed: bytea("sealed").notNull(),
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    askedAt: instant("asked_at").notNull(),
    dueAt: instant("due_at"),
    answeredAt: instant("answered_at"),
  },
  (table) => [caseReference(table), index("record_request_case").on(table.caseId)],
);
