import { bigint, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { caseReference, seat } from "./case.ts";
import { bytea, instant, ofCase } from "./columns.ts";
import { document } from "./document.ts";

const seatId = (name = "seat_id") => text(name).references(() => seat.id);
const documentId = () =>
  text("document_id")
    .notNull()
    .references(() => document.id);

/** A named moment of a document. */
export const version = pgTable(
  "version",
  {
    documentId: documentId(),
    n: integer("n").notNull(),
    ...ofCase(),
    sequence: bigint("sequence", { mode: "number" }).notNull(),
    sealedName: bytea("sealed_name").notNull(),
    seatId: seatId().notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.n] }), caseReference(table)],
);

/** What the patient's side or the care team was given: the text of a version, or the living document. */
export const share = pgTable(
  "share",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    documentId: documentId(),
    audience: text("audience", { enum: ["patient", "care-team"] }).notNull(),
    mode: text("mode", { enum: ["version", "live"] }).notNull(),
    /** Of a shared version. */
    versionN: integer("version_n"),
    /** Its readers see history from here on. */
    fromSequence: bigint("from_sequence", { mode: "number" }).notNull(),
    seatId: seatId().notNull(),
    at: instant("at").notNull(),
    endedAt: instant("ended_at"),
    endedBy: seatId("ended_by"),
  },
  (table) => [caseReference(table), index("share_document").on(table.documentId)],
);

/** Who has opened what was shared: said before it is taken back. */
export const shareOpening = pgTable(
  "share_opening",
  {
    shareId: text("share_id")
      .notNull()
      .references(() => share.id),
    seatId: seatId().notNull(),
    ...ofCase(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.shareId, table.seatId] }), caseReference(table)],
);

/** Of two who accept a suggestion at once, one may edit. */
export const suggestionClaim = pgTable(
  "suggestion_claim",
  {
    ...ofCase(),
    suggestionId: text("suggestion_id").notNull(),
    documentId: documentId(),
    seatId: seatId().notNull(),
    at: instant("at").notNull(),
    doneAt: instant("done_at"),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.suggestionId] }), caseReference(table)],
);
