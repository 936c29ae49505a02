import type { DocumentKind } from "@consilium/clinical";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { caseReference, seat } from "./case.ts";
import { bytea, instant, ofCase } from "./columns.ts";

const sequence = (name = "sequence") => bigint(name, { mode: "number" });

/** One row a document: the lock of its log, and what the append compares (SY-20). Its id is `caseId/name`. */
export const document = pgTable(
  "document",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    name: text("name").notNull(),
    kind: text("kind").$type<DocumentKind>().notNull(),
    state: text("state", { enum: ["open", "frozen", "abandoned"] })
      .notNull()
      .default("open"),
    /** The one that `opinion` means. */
    lead: boolean("lead").notNull().default(false),
    /** Whose draft it is: a blind reader's. Null: the authors' of the case. */
    ownerSeatId: text("owner_seat_id").references(() => seat.id),
    sequence: sequence().notNull().default(0),
    epoch: integer("epoch").notNull().default(1),
    authority: integer("authority").notNull().default(1),
    frozenDigest: bytea("frozen_digest"),
    /** What was signed: documents with their sequences, questions with versions, records with digests. */
    frozenInputs: jsonb("frozen_inputs"),
    frozenAt: instant("frozen_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    caseReference(table),
    unique("document_name").on(table.caseId, table.name),
    uniqueIndex("document_lead")
      .on(table.caseId)
      .where(sql`${table.lead}`),
    check("document_id", sql`${table.id} = ${table.caseId} || '/' || ${table.name}`),
  ],
);

// No foreign keys below: the append is the one writer, under the lock of the document's row, and each key costs it a look.

/** SY-6. `sealed` is the novelty under the case's key; `digest` is of the sealed bytes: of a keystroke it would tell the key. */
export const updateLog = pgTable(
  "update_log",
  {
    documentId: text("document_id").notNull(),
    sequence: sequence().notNull(),
    ...ofCase(),
    seatId: text("seat_id").notNull(),
    personId: text("person_id").notNull(),
    epoch: integer("epoch").notNull(),
    /** client, from, to; client, from, to; … */
    clocks: bigint("clocks", { mode: "number" }).array().notNull(),
    sealed: bytea("sealed").notNull(),
    digest: bytea("digest").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.sequence] })],
);

/** Whose each client id is, for ever, and its next clock (SY-11). */
export const clientClock = pgTable(
  "client_clock",
  {
    documentId: text("document_id").notNull(),
    client: bigint("client", { mode: "number" }).notNull(),
    ...ofCase(),
    personId: text("person_id").notNull(),
    next: bigint("next", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.client] })],
);

const stateAt = () => ({
  sequence: sequence().notNull(),
  ...ofCase(),
  sealed: bytea("sealed").notNull(),
  digest: bytea("digest").notNull(),
  at: instant("at").notNull(),
});

/** The document as of a sequence, to load it sooner. Never instead of the log. */
export const snapshot = pgTable("snapshot", {
  documentId: text("document_id").primaryKey(),
  ...stateAt(),
});

/** The document with its deleted text as of a sequence, to replay history from. */
export const historyCheckpoint = pgTable(
  "history_checkpoint",
  { documentId: text("document_id").notNull(), ...stateAt() },
  (table) => [primaryKey({ columns: [table.documentId, table.sequence] })],
);

/** What came after a signature (SY-14, SY-22): kept for its author, never applied. */
export const lateDraft = pgTable(
  "late_draft",
  {
    /** In the order in which they came: one author's later frames build on the earlier ones. */
    n: bigint("n", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    documentId: text("document_id").notNull(),
    ...ofCase(),
    seatId: text("seat_id").notNull(),
    personId: text("person_id").notNull(),
    /** The document's epoch when it came. */
    epoch: integer("epoch").notNull(),
    sealed: bytea("sealed").notNull(),
    digest: bytea("digest").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [index("late_draft_document").on(table.documentId, table.n)],
);
