import { type Sentences, createSentences } from "@consilium/language";
import type { Context } from "hono";
import { RefusalAnswer, type RefusalReason, refusalStatus } from "./refusal.ts";

const sentences: Sentences = createSentences("en", "UTC");

/** The statuses with which any route may refuse; each route declares them all. */
const statuses = [400, 401, 403, 404, 409, 413, 422, 429, 503] as const;

/** For a route's `responses`. */
export const refusals = Object.fromEntries(
  statuses.map((status) => [
    status,
    { description: "Refused", content: { "application/json": { schema: RefusalAnswer } } },
  ]),
) as Record<
  (typeof statuses)[number],
  { description: string; content: { "application/json": { schema: typeof RefusalAnswer } } }
>; // Object.fromEntries forgets the keys.

/** The one place where a reason becomes an answer: the status, the closed reason, and a sentence for the person. */
export const refused = (c: Context, reason: RefusalReason) =>
  c.json({ refusal: reason, sentence: sentences(`refusal.${reason}`) }, refusalStatus[reason]);
