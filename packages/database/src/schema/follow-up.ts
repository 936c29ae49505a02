import { boolean, pgTable, text } from "drizzle-orm/pg-core";
import { caseReference, seat } from "./case.ts";
import { bytea, instant, ofCase } from "./columns.ts";
import { document } from "./document.ts";
import { report } from "./report.ts";

/** What an author adds to a signed report by name and date. Once it is signed, nothing of it changes. */
export const addendum = pgTable(
  "addendum",
  {
    documentId: text("document_id")
      .primaryKey()
      .references(() => document.id),
    ...ofCase(),
    reportId: text("report_id")
      .notNull()
      .references(() => report.id),
    /** Who began it, and when. */
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    at: instant("at").notNull(),
    signedAt: instant("signed_at"),
    signedBy: text("signed_by").references(() => seat.id),
    /** SHA-256 of the canonical addendum. */
    digest: bytea("digest"),
    /** The canonical addendum itself, in the bytes that the digest is of. */
    sealedText: bytea("sealed_text"),
  },
  (table) => [caseReference(table)],
);

/** The patient's side asks to be seen and heard by video. */
export const visitRequest = pgTable(
  "visit_request",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    at: instant("at").notNull(),
    state: text("state", { enum: ["open", "planned", "not-possible", "taken-back"] })
      .notNull()
      .default("open"),
    answeredAt: instant("answered_at"),
    answeredBy: text("answered_by").references(() => seat.id),
    /** When the visit is to be. */
    planned: instant("planned"),
    /** `{why, times, answer}` as JSON. */
    sealed: bytea("sealed").notNull(),
  },
  (table) => [caseReference(table)],
);

/** What the patient says of it all, once. */
export const feedback = pgTable(
  "feedback",
  {
    seatId: text("seat_id")
      .primaryKey()
      .references(() => seat.id),
    ...ofCase(),
    at: instant("at").notNull(),
    isSkipped: boolean("is_skipped").notNull(),
    /** The answers as JSON; null: skipped. */
    sealed: bytea("sealed"),
  },
  (table) => [caseReference(table)],
);
