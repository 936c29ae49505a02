import { type AnyPgColumn, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { caseReference, seat } from "./case.ts";
import { bytea, instant, ofCase } from "./columns.ts";
import { document } from "./document.ts";
import { person } from "./identity.ts";

const seatId = (name = "seat_id") => text(name).references(() => seat.id);

/** A signed opinion as it was signed. What it says never changes; that another one stands in its place is said here. */
export const report = pgTable(
  "report",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    /** Of the case's reports, from 1. */
    n: integer("n").notNull(),
    state: text("state", { enum: ["current", "superseded", "retracted"] })
      .notNull()
      .default("current"),
    /** SHA-256 of the canonical report: what was signed, and what the report prints. */
    digest: bytea("digest").notNull(),
    seatId: seatId().notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    signedAt: instant("signed_at").notNull(),
    replacesId: text("replaces_id").references((): AnyPgColumn => report.id),
    /** When it stopped being the current one, and who said so. */
    changedAt: instant("changed_at"),
    changedBy: seatId("changed_by"),
    sealedReason: bytea("sealed_reason"),
    /** The canonical report itself, in the bytes that the digest is of. */
    sealedReport: bytea("sealed_report").notNull(),
  },
  (table) => [
    caseReference(table),
    unique("report_number").on(table.caseId, table.n),
    index("report_digest").on(table.digest),
  ],
);

/** A picture that a signed report shows, drawn once, when it was signed. The report names its digest; nothing of it changes. */
export const reportImage = pgTable(
  "report_image",
  {
    reportId: text("report_id")
      .notNull()
      .references(() => report.id),
    /** As the report calls it. */
    image: text("image").notNull(),
    ...ofCase(),
    sealedImage: bytea("sealed_image").notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.image] }), caseReference(table)],
);

/** A report as a PDF with the server's seal, made once: another seal of the same words would say another time. */
export const sealedPdf = pgTable(
  "sealed_pdf",
  {
    /** Of the sealed bytes, where files are kept. */
    fileId: text("file_id").primaryKey(),
    ...ofCase(),
    reportId: text("report_id")
      .notNull()
      .references(() => report.id),
    /** What is printed besides the report: for whom, and with which addenda. */
    form: text("form").notNull(),
    bytes: integer("bytes").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [caseReference(table), unique("sealed_pdf_form").on(table.reportId, table.form)],
);

/** An opinion that was begun to stand in the place of a signed one. Its text began as a copy of that. */
export const correction = pgTable(
  "correction",
  {
    documentId: text("document_id")
      .primaryKey()
      .references(() => document.id),
    ...ofCase(),
    reportId: text("report_id")
      .notNull()
      .references(() => report.id),
    seatId: seatId().notNull(),
    at: instant("at").notNull(),
    /** What was wrong. */
    sealedReason: bytea("sealed_reason").notNull(),
  },
  (table) => [caseReference(table)],
);

/** A way to one report for somebody without an account, until a day, by a secret in the address and a word told apart from it. */
export const reportLink = pgTable(
  "report_link",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    reportId: text("report_id")
      .notNull()
      .references(() => report.id),
    seatId: seatId().notNull(),
    at: instant("at").notNull(),
    /** SHA-256 of the secret: whoever reads the database opens nothing. */
    tokenHash: bytea("token_hash").notNull().unique(),
    /** Salt and key of scrypt, one behind the other. */
    passcodeHash: bytea("passcode_hash").notNull(),
    /** Wrong passcodes; at five it is closed. */
    failures: integer("failures").notNull().default(0),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    opened: integer("opened").notNull().default(0),
    lastOpenedAt: instant("last_opened_at"),
    /** For whom it was made. */
    sealedFor: bytea("sealed_for").notNull(),
  },
  (table) => [caseReference(table), index("report_link_case").on(table.caseId)],
);

/** Who has opened a report, said that they have read it, and seen that it no longer stands. */
export const reportReceipt = pgTable(
  "report_receipt",
  {
    reportId: text("report_id")
      .notNull()
      .references(() => report.id),
    seatId: seatId().notNull(),
    ...ofCase(),
    openedAt: instant("opened_at").notNull(),
    acknowledgedAt: instant("acknowledged_at"),
    /** They were told that it was corrected or retracted, and said so. */
    changeSeenAt: instant("change_seen_at"),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.seatId] }), caseReference(table)],
);

/** What those who treat the patient say of a recommendation; the newest of a recommendation counts. */
export const feasibility = pgTable(
  "feasibility",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    documentId: text("document_id")
      .notNull()
      .references(() => document.id),
    /** The recommendation's id in the opinion. */
    item: text("item").notNull(),
    state: text("state", { enum: ["feasible", "not-available", "done", "not-said"] }).notNull(),
    /** Why it is not available here. */
    sealedNote: bytea("sealed_note"),
    seatId: seatId().notNull(),
    at: instant("at").notNull(),
  },
  (table) => [caseReference(table), index("feasibility_document").on(table.documentId, table.at)],
);
