import { isOver, mayBeInvited, nextConference, type Seat } from "@consilium/clinical";
import type { CaseRow, ConferenceRow } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { NextConference } from "../case/case-schemas.ts";

interface Of {
  readonly row: Pick<CaseRow, "state" | "pausedFrom">;
  /** Of whoever asks. */
  readonly seat: Seat | undefined;
  readonly now: Date;
}

/** Of the conferences of one case. Null: none is to come to which this seat may come, or the case is over. */
export function describeNext(
  rows: readonly ConferenceRow[],
  { row: { state, pausedFrom }, seat, now }: Of,
): z.infer<typeof NextConference> | null {
  if (!seat || !mayBeInvited(seat, now) || isOver({ state, interrupted: pausedFrom })) return null;
  const next = nextConference(rows, now);
  return next ? { live: next.state === "live", startsAt: next.startsAt.toISOString() } : null;
}
