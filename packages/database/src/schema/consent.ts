import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { caseReference, seat } from "./case.ts";
import { bytea, instant, ofCase } from "./columns.ts";
import { person } from "./identity.ts";

/** That somebody agreed for the patient to a text in one of its versions. Withdrawn, it stays with its end; given again, it is another row. */
export const consent = pgTable(
  "consent",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    textId: text("text_id").notNull(),
    textVersion: integer("text_version").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    givenAt: instant("given_at").notNull(),
    endedAt: instant("ended_at"),
    /** How the patient agreed, in the words of a clinician who says so. */
    sealedBasis: bytea("sealed_basis"),
  },
  (table) => [caseReference(table), index("consent_case").on(table.caseId)],
);
