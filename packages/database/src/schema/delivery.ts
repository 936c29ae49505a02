import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { caseReference, recordRequest, seat } from "./case.ts";
import { bytea, instant, ofCase } from "./columns.ts";
import { record } from "./record.ts";

const bySeat = () =>
  text("seat_id")
    .notNull()
    .references(() => seat.id);

/** What somebody hands over at once. */
export const delivery = pgTable(
  "delivery",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    seatId: bySeat(),
    state: text("state").notNull(),
    at: instant("at").notNull(),
    changedAt: instant("changed_at").notNull(),
    /** The data folder that its files arrive in. */
    place: text("place").notNull(),
    /** How many files it has, once whoever delivers has said so. */
    expected: integer("expected"),
    /** Files and members of archives: looked at so far, and known of. */
    read: integer("read").notNull().default(0),
    total: integer("total").notNull().default(0),
    kept: integer("kept").notNull().default(0),
    notRead: integer("not_read").notNull().default(0),
    /** What became of each file, who the files are about, and what was not understood. */
    sealedReading: bytea("sealed_reading"),
    /** Which of the people found are the patient, where that was asked. */
    sealedTaken: bytea("sealed_taken"),
    /** Null: somebody sends its files. Else: which archive they are fetched from, and which study. */
    sealedSource: bytea("sealed_source"),
    /** A closed word: why nothing could be fetched. */
    problem: text("problem"),
    /** It came through the answer place of a request; then the seat is that of who asked. */
    requestId: text("request_id").references(() => recordRequest.id),
  },
  (table) => [caseReference(table), index("delivery_case").on(table.caseId, table.id)],
);

/** One file of a delivery while it arrives and waits; gone when it was read. */
export const deliveredFile = pgTable(
  "delivered_file",
  {
    /** Of the upload. */
    id: text("id").primaryKey(),
    ...ofCase(),
    deliveryId: text("delivery_id")
      .notNull()
      .references(() => delivery.id),
    bytes: bigint("bytes", { mode: "number" }).notNull(),
    arrivedAt: instant("arrived_at"),
    sealedPath: bytea("sealed_path").notNull(),
    /** The key that it lies in the spool under. */
    sealedKey: bytea("sealed_key").notNull(),
  },
  (table) => [caseReference(table), index("delivered_file_delivery").on(table.deliveryId)],
);

/** A file that is kept, sealed, in the blob store under its id. */
export const storedFile = pgTable(
  "stored_file",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    deliveryId: text("delivery_id").references(() => delivery.id),
    /** Whoever may read the record may read the file. */
    recordId: text("record_id").references(() => record.id),
    seatId: bySeat(),
    addedAt: instant("added_at").notNull(),
    /** Null: its delivery is being read; if that comes to nothing, the file goes. */
    keptAt: instant("kept_at"),
    bytes: bigint("bytes", { mode: "number" }),
    /** Tells equal files of a case, and nobody without the case's key what they are. */
    mark: bytea("mark"),
    /** Name, type and digest. */
    sealed: bytea("sealed"),
  },
  (table) => [
    caseReference(table),
    uniqueIndex("stored_file_mark")
      .on(table.caseId, table.mark)
      .where(sql`kept_at is not null`),
    index("stored_file_delivery").on(table.deliveryId),
    index("stored_file_record").on(table.recordId),
  ],
);

/** The instances of one DICOM series, in their order, with their metadata and where their pixels lie. */
export const imageSeries = pgTable(
  "image_series",
  {
    id: text("id").primaryKey(),
    ...ofCase(),
    recordId: text("record_id")
      .notNull()
      .references(() => record.id),
    /** Of its study and its own UID. */
    mark: bytea("mark").notNull(),
    sealed: bytea("sealed").notNull(),
  },
  (table) => [caseReference(table), uniqueIndex("image_series_mark").on(table.recordId, table.mark)],
);
