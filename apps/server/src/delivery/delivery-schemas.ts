import { deliveryStates } from "@consilium/database";
import { outcomeReasons } from "@consilium/record-import";
import { z } from "@hono/zod-openapi";
import { archiveProblems } from "../archive/archive-problem.ts";
import { PullSource } from "../archive/pull-source.ts";
import { Instant, Ulid } from "../case/case-schemas.ts";
import { NotUnderstoodAnswer } from "../record/record-schemas.ts";

/** A file about somebody who is not the patient of the case: left out, as was said. */
export const aboutAnother = "about-another";

/** What became of one file, or of one member of an archive. */
export const Outcome = z
  .object({
    /** With its folders and archives: `disc.zip/IMAGES/0001`. */
    path: z.string(),
    bytes: z.int(),
    is: z.enum(["kept", "duplicate", "not-read", "ignored"]),
    /** Each has a sentence in the catalogue. */
    reason: z.enum([...outcomeReasons, aboutAnother]).nullable(),
    /** The records that it became part of. */
    records: z.array(z.string()),
  })
  .openapi("Outcome");

/** Somebody that files name as their patient. */
export const FoundPatient = z
  .object({
    /** Of this delivery: what an answer names. */
    id: z.string(),
    name: z.string(),
    born: z.string().nullable(),
    files: z.int(),
    /** Whether it fits the case's patient by name and birth date. */
    fits: z.boolean(),
  })
  .openapi("FoundPatient");

/** Of one study: what the index of a disc names, and what of that neither came nor was here. */
export const MissingImages = z
  .object({
    /** The index. */
    path: z.string(),
    /** The study, where anything of it is here. */
    record: z.string().nullable(),
    /** How the index describes it; "" where it does not. */
    study: z.string(),
    named: z.int(),
    missing: z.int(),
  })
  .openapi("MissingImages");
export type MissingImages = z.infer<typeof MissingImages>;

/** Sealed beside the delivery. `bytes` is of the files as they were handed over. */
export const DeliveryReading = z.object({
  outcomes: z.array(Outcome),
  patients: z.array(FoundPatient),
  bytes: z.int(),
  notUnderstood: z.array(NotUnderstoodAnswer.extend({ path: z.string() })),
  /** Not there in what was sealed before indexes of discs were read. */
  missing: z.array(MissingImages).default([]),
});
export type DeliveryReading = z.infer<typeof DeliveryReading>;

/** What of files that were read is not shown, or is to be known: each is named in the delivery itself. */
const NotWhole = z
  .object({
    /** Files with a reason beside them. */
    files: z.int(),
    /** Things in files that are not among the records. */
    things: z.int(),
    /** Images that the index of a disc names and that are not here. */
    images: z.int(),
  })
  .openapi("NotWhole");

export const DeliveryAnswer = z
  .object({
    id: Ulid,
    at: Instant,
    by: Ulid,
    state: z.enum(deliveryStates),
    /** Announced and arrived, while it is arriving. */
    files: z.int(),
    arrived: z.int(),
    bytes: z.int(),
    /** Looked at, of so many, while it is read. */
    read: z.int(),
    total: z.int(),
    kept: z.int(),
    notRead: z.int(),
    /** Of those kept: nothing of a patient is in them. */
    ignored: z.int(),
    notWhole: NotWhole,
    records: z.array(z.string()),
    /** Where its files are fetched from; null where somebody sends them, and for whoever reads blind. */
    source: PullSource.nullable(),
    /** Why nothing could be fetched. */
    problem: z.enum(archiveProblems).nullable(),
    /** It came through the answer place of this request; then `by` is the seat of who asked. */
    request: Ulid.nullable(),
  })
  .openapi("Delivery");

export const OneDelivery = DeliveryAnswer.extend({
  outcomes: z.array(Outcome),
  /** What files held that is not among the records. */
  notUnderstood: z.array(NotUnderstoodAnswer.extend({ path: z.string() })),
  /** Images that the index of a disc names and that are not here. */
  missing: z.array(MissingImages),
  /** Where it asks: who was found. */
  question: z.array(FoundPatient).nullable(),
}).openapi("OneDelivery");
