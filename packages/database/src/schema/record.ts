import { boolean, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { caseReference, recordRequest, seat } from "./case.ts";
import { bytea, instant, ofCase } from "./columns.ts";

/** A file as it came, and what was not understood of it. */
export const recordImport = pgTable(
  "record_import",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    sealedOriginal: bytea("sealed_original").notNull(),
    sealedNotUnderstood: bytea("sealed_not_understood").notNull(),
    /** SHA-256 of the original: anchors name it, and signing covers it. */
    digest: bytea("digest").notNull(),
    /** How many of each kind of record came out of it. */
    counts: jsonb("counts").$type<Readonly<Record<string, number>>>().notNull(),
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    at: instant("at").notNull(),
  },
  (table) => [caseReference(table), index("record_import_case").on(table.caseId)],
);

export const record = pgTable(
  "record",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    kind: text("kind").notNull(),
    /** As the source says it: `2024`, `2024-03`, a day or an instant. */
    date: text("date"),
    /** Its beginning, to sort by. */
    dateAt: instant("date_at"),
    /** It tells the first opinion: a blind reader does not get it before the reveal. */
    reveals: boolean("reveals").notNull().default(false),
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    addedAt: instant("added_at").notNull(),
    importId: text("import_id").references(() => recordImport.id),
    /** It came through the answer place of this request; then the seat is that of who asked. */
    requestId: text("request_id").references(() => recordRequest.id),
    /** It was filed anew: more slices came, a newer version. Who looks for it is led there. */
    replacedBy: text("replaced_by"),
    /** The item as JSON. */
    sealed: bytea("sealed").notNull(),
    /** SHA-256 of the sealed bytes: of a short value it would tell the value. */
    digest: bytea("digest").notNull(),
  },
  (table) => [caseReference(table), index("record_case").on(table.caseId, table.dateAt, table.id)],
);
