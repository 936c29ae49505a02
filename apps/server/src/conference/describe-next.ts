import { isOver, nextConference, type StateFacts } from "@consilium/clinical";
import type { ConferenceRow } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { NextConference } from "../case/case-schemas.ts";

/** Of the conferences of one case. Null: none is to come, or the case is over. */
export function describeNext(
  rows: readonly ConferenceRow[],
  facts: StateFacts,
  now: Date,
): z.infer<typeof NextConference> | null {
  const next = isOver(facts) ? undefined : nextConference(rows, now);
  return next ? { live: next.state === "live", startsAt: next.startsAt.toISOString() } : null;
}
