import type { DifferenceNode, ItemDifference } from "@consilium/workspace";
import { z } from "@hono/zod-openapi";
import { Instant, Ulid } from "../case/case-schemas.ts";

/** One readable step of how a document came to be. */
export const StepAnswer = z
  .object({
    seat: Ulid,
    places: z.array(z.string()),
    from: z.int(),
    to: z.int(),
    at: Instant,
    until: Instant,
    edits: z.int(),
    wordsAdded: z.int(),
    wordsRemoved: z.int(),
    words: z.object({ state: z.enum(["added", "removed"]), text: z.string() }).nullable(),
    fields: z.array(z.string()),
  })
  .openapi("HistoryStep");

export const BarAnswer = z
  .object({
    from: z.int(),
    to: z.int(),
    at: Instant,
    until: Instant,
    people: z.array(z.object({ seats: z.array(Ulid), edits: z.int(), size: z.int() })),
  })
  .openapi("HistoryBar");

/** Named versions and shares: the flags over the scrubber. */
export const FlagAnswer = z
  .object({
    kind: z.enum(["version", "share"]),
    sequence: z.int(),
    at: Instant,
    by: Ulid,
    name: z.string(),
  })
  .openapi("HistoryFlag");

const nodes = z
  .custom<readonly DifferenceNode[]>(Array.isArray)
  .openapi({ type: "array", items: { type: "object" } });

const items = z
  .custom<readonly ItemDifference[]>(Array.isArray)
  .openapi({ type: "array", items: { type: "object" } });

/** The text between two moments, run by run: what stayed, came and went, and by whom. From n to n: the moment as it was. */
export const DifferenceAnswer = z
  .object({
    from: z.int(),
    to: z.int(),
    fromAt: Instant.nullable(),
    toAt: Instant.nullable(),
    sections: z.array(
      z.object({
        section: z.string(),
        changed: z.boolean(),
        nodes,
        words: z.array(z.object({ seats: z.array(Ulid), added: z.int(), removed: z.int() })),
      }),
    ),
    items,
    /** What links to evidence and sources in it are called, by id. */
    references: z.record(z.string(), z.string()),
  })
  .openapi("HistoryDifference");
