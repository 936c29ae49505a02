import type { CaseState } from "@consilium/clinical";
import { asc, inArray } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { pausePlace } from "../case/clocks.ts";
import { unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { clock, clockPause, lifecycleEvent } from "../schema/index.ts";

export type NumberedClockRow = typeof clock.$inferSelect;
export type NumberedPauseRow = typeof clockPause.$inferSelect;

export const clockRowsOfCases = (database: Database, ids: readonly string[]): Promise<NumberedClockRow[]> =>
  database
    .select()
    .from(clock)
    .where(inArray(clock.caseId, [...ids]));

/** All of them, those that are over too. */
export const pauseRowsOfCases = (database: Database, ids: readonly string[]): Promise<NumberedPauseRow[]> =>
  database
    .select()
    .from(clockPause)
    .where(inArray(clockPause.caseId, [...ids]))
    .orderBy(asc(clockPause.fromAt), asc(clockPause.id));

export const pauseReasonOf = (key: CaseKey, { id, sealedReason }: NumberedPauseRow): string =>
  unsealValue(key, pausePlace(id), sealedReason);

export interface StepOfCase {
  readonly caseId: string;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly at: Date;
}

/** In the order of what happened. */
export const stepsOfCases = (database: Database, ids: readonly string[]): Promise<StepOfCase[]> => {
  const { caseId, fromState: from, toState: to, at } = lifecycleEvent;
  return database
    .select({ caseId, from, to, at })
    .from(lifecycleEvent)
    .where(inArray(caseId, [...ids]))
    .orderBy(asc(at), asc(lifecycleEvent.id));
};
