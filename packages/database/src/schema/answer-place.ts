import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { caseReference, recordRequest, seat } from "./case.ts";
import { bytea, instant, ofCase } from "./columns.ts";

/**
 * Where a hospital without an account answers one request, by a secret in the address and a code told apart from it. Whom it is for
 * stands sealed in the request; that it has ended is the request's state.
 */
export const answerPlace = pgTable(
  "answer_place",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    requestId: text("request_id")
      .notNull()
      .unique()
      .references(() => recordRequest.id),
    /** Who asked. */
    seatId: text("seat_id")
      .notNull()
      .references(() => seat.id),
    at: instant("at").notNull(),
    /** SHA-256 of the secret: whoever reads the database opens nothing. */
    tokenHash: bytea("token_hash").notNull().unique(),
    /** Salt and key of scrypt, one behind the other. */
    codeHash: bytea("code_hash").notNull(),
    /** Wrong codes in a row; at six it is locked. */
    failures: integer("failures").notNull().default(0),
    expiresAt: instant("expires_at").notNull(),
    opened: integer("opened").notNull().default(0),
    lastOpenedAt: instant("last_opened_at"),
    /** Files that were announced here, and their bytes. */
    files: integer("files").notNull().default(0),
    bytes: bigint("bytes", { mode: "number" }).notNull().default(0),
    /** Mails that reminded of it, and what the last one was for. */
    reminders: integer("reminders").notNull().default(0),
    lastReminder: text("last_reminder"),
  },
  (table) => [caseReference(table), index("answer_place_case").on(table.caseId)],
);
