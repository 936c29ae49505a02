import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { bytea, instant, xid8 } from "./columns.ts";

/**
 * Who did what, written with the act. Insert-only: a trigger refuses the rest. `body` holds ids, sequences, counts and
 * states, never words of a case.
 */
export const audit = pgTable(
  "audit",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    organisationId: text("organisation_id"),
    caseId: text("case_id"),
    at: instant("at")
      .notNull()
      .default(sql`clock_timestamp()`),
    /** The transaction that wrote it: the sequencer links a row when no older transaction runs. */
    xid: xid8("xid")
      .notNull()
      .default(sql`pg_current_xact_id()`),
    act: text("act").notNull(),
    personId: text("person_id"),
    seatId: text("seat_id"),
    subject: text("subject"),
    body: jsonb("body").$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  },
  (table) => [index("audit_xid").on(table.xid, table.id), index("audit_case").on(table.caseId, table.id)],
);

/** The chain: link `n` holds a hash over link `n - 1` and its row. Insert-only. */
export const auditLink = pgTable("audit_link", {
  n: bigint("n", { mode: "number" }).primaryKey(),
  auditId: bigint("audit_id", { mode: "number" }).notNull().unique(),
  hash: bytea("hash").notNull(),
});

/** One row: how far the sequencer came. */
export const auditState = pgTable(
  "audit_state",
  {
    one: integer("one").primaryKey().default(1),
    /** All rows of older transactions are linked. */
    low: xid8("low").notNull(),
    /** All rows up to this id are linked: those that a dump brought from another server. */
    floor: bigint("floor", { mode: "number" }).notNull().default(0),
    n: bigint("n", { mode: "number" }).notNull(),
    hash: bytea("hash").notNull(),
  },
  (table) => [check("audit_state_one", sql`${table.one} = 1`)],
);
