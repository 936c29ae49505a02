import { deliveryStates } from "@consilium/database";
import { z } from "@hono/zod-openapi";
import { Instant, Ulid } from "../case/case-schemas.ts";

const Load = z.object({ files: z.int(), bytes: z.int() });

/** What somebody without an account is shown of a request, once they had the right code. */
export const PlaceAnswer = z
  .object({
    place: Ulid,
    /** Who asks. */
    programme: z.string(),
    by: z.string().nullable(),
    /** Whom it asks, as whoever asks calls them. */
    from: z.string().nullable(),
    what: z.string(),
    message: z.string().nullable(),
    /** As much as it takes to find it. */
    patient: z.object({ initials: z.string(), born: z.string().nullable() }),
    due: Instant.nullable(),
    expires: Instant,
    /** What came through it already. */
    sent: z.array(z.object({ id: Ulid, at: Instant, files: z.int() })),
    most: Load,
    used: Load,
  })
  .openapi("AnswerPlace");

/** How far a delivery is. What became of its files is the case's. */
export const PlaceDelivery = z.object({ id: Ulid, state: z.enum(deliveryStates) }).openapi("PlaceDelivery");

/** Answers a request with what was sent, or without. */
export const PlaceWord = z.object({
  state: z.enum(["here", "unavailable"]),
  /** In their words. */
  because: z.string().trim().max(2000).nullable().default(null),
});
