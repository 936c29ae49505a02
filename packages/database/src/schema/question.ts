import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { caseReference, seat } from "./case.ts";
import { bytea, instant, ofCase } from "./columns.ts";

/** A question as it was submitted. A changed one is a new version; a withdrawn one stays visible as such. */
export const question = pgTable(
  "question",
  {
    id: text("id").notNull(),
    version: integer("version").notNull(),
    ...ofCase(),
    rank: integer("rank").notNull(),
    /** `{text, textForBlind}` as JSON. */
    sealed: bytea("sealed").notNull(),
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    submittedAt: instant("submitted_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.version] }),
    caseReference(table),
    index("question_case").on(table.caseId, table.rank),
  ],
);
