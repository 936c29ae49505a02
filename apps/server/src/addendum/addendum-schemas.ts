import { z } from "@hono/zod-openapi";
import { Instant, Ulid } from "../case/case-schemas.ts";

export const AddendumAnswer = z
  .object({
    id: Ulid,
    /** The report that it adds to. */
    report: Ulid,
    by: Ulid,
    at: Instant,
    /** Null: it is being written. */
    signed: z
      .object({
        at: Instant,
        /** SHA-256 of the canonical addendum, and its short form. */
        digest: z.string(),
        code: z.string(),
        /** The canonical addendum as it was signed, `addendum/1`. */
        text: z.record(z.string(), z.unknown()),
      })
      .nullable(),
  })
  .openapi("Addendum");

/** What whoever signs an addendum is shown. */
export const AddendumSheet = z
  .object({
    /** Of all that the signature would cover, to be sent back with it. */
    basis: z.string(),
    state: z.enum(["ready", "not-now", "empty", "no-licence"]),
    /** Of the report that it adds to. */
    version: z.int(),
    words: z.int(),
    statement: z.string(),
    signer: z.object({
      name: z.string(),
      profession: z.string().nullable(),
      workplace: z.string().nullable(),
      licence: z.object({ number: z.string(), authority: z.string(), country: z.string() }).nullable(),
    }),
  })
  .openapi("AddendumSheet");
