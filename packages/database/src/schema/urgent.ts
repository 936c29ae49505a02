import { index, pgTable, text } from "drizzle-orm/pg-core";
import { caseReference, seat } from "./case.ts";
import { bytea, instant, ofCase } from "./columns.ts";

const seatId = (name: string) => text(name).references(() => seat.id);

/** Something that cannot wait for the opinion: who says so, whom it is for, and when somebody had it. */
export const urgentFinding = pgTable(
  "urgent_finding",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    seatId: seatId("seat_id").notNull(),
    /** Where it stands: `record/<id>`, or the name of a document. */
    place: text("place").notNull(),
    /** Who is to act on it. */
    recipientSeatId: seatId("recipient_seat_id").notNull(),
    /** Who is told as well, once the hour is over. */
    secondSeatId: seatId("second_seat_id"),
    /** What was found, and how the recipient was reached besides. */
    sealed: bytea("sealed").notNull(),
    raisedAt: instant("raised_at").notNull(),
    /** The end of the hour. */
    dueAt: instant("due_at").notNull(),
    escalatedAt: instant("escalated_at"),
    acknowledgedAt: instant("acknowledged_at"),
    acknowledgedBy: seatId("acknowledged_by"),
  },
  (table) => [caseReference(table), index("urgent_finding_case").on(table.caseId, table.raisedAt)],
);
