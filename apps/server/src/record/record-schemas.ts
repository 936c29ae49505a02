import { recordSchema } from "@consilium/clinical";
import { z } from "@hono/zod-openapi";
import { Instant, Ulid } from "../case/case-schemas.ts";

/** A record of the case, and how it came there. Anchors on those that it replaces are followed to it. */
export const RecordAnswer = recordSchema
  .and(
    z.object({
      added: Instant,
      by: Ulid,
      /** It came from whoever was asked for it by mail; then `by` is the seat of who asked. */
      request: Ulid.nullable(),
      replaces: z.array(z.string()),
    }),
  )
  .openapi("Record");

/** What a file held that is not among the records: summed up by type, part and reason. */
export const NotUnderstoodAnswer = z
  .object({
    type: z.string(),
    part: z.string().nullable(),
    gap: z.string(),
    count: z.int(),
    ids: z.array(z.string()),
    /** As it stands in the file: of dates that cannot be. */
    written: z.array(z.string()).optional(),
  })
  .openapi("NotUnderstood");
