import { z } from "@hono/zod-openapi";
import { Instant, Ulid } from "../case/case-schemas.ts";

export const VisitAnswer = z
  .object({
    id: Ulid,
    by: Ulid,
    at: Instant,
    state: z.enum(["open", "planned", "not-possible", "taken-back"]),
    why: z.string(),
    times: z.string(),
    planned: Instant.nullable(),
    answer: z.string().nullable(),
    answeredBy: Ulid.nullable(),
  })
  .openapi("Visit");

const Choice = z.enum(["yes", "partly", "no"]);

/** Three questions with closed answers, and a sentence. */
export const FeedbackWords = z.object({
  understood: Choice,
  decided: Choice,
  recommended: Choice,
  words: z.string().trim().max(2000),
});

/** Something that is still open when a case is about to be closed. */
export const Remaining = z.object({
  kind: z.enum(["urgent", "questions", "visits", "planned-visits", "requests", "addenda", "unread"]),
  count: z.int().min(1),
});

export const FollowUp = z
  .object({
    /** In the order in which they were asked. */
    visits: z.array(VisitAnswer),
    /** What whoever asks has said of it all; null: nothing yet. */
    own: z.enum(["given", "skipped"]).nullable(),
    /** For the coordinator and the authors. */
    feedback: z.array(
      z.object({
        by: Ulid,
        at: Instant,
        understood: z.string(),
        decided: z.string(),
        recommended: z.string(),
        words: z.string(),
      }),
    ),
    /** For whoever may close the case. */
    remaining: z.array(Remaining),
  })
  .openapi("FollowUp");
