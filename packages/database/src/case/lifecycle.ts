import type { CaseState } from "@consilium/clinical";
import { desc, eq, inArray } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { lifecycleEvent } from "../schema/index.ts";
import type { CaseKey } from "./case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "./sealed-value.ts";

export interface LifecycleEvent {
  readonly id: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly seatId: string;
  readonly at: Date;
  readonly reason: string | null;
}

const placeOf = (id: string): SealedPlace<string> => ({
  table: "lifecycle_event",
  column: "sealed_reason",
  id,
});

export async function insertLifecycleEvent(
  transaction: Database,
  key: CaseKey,
  event: LifecycleEvent,
): Promise<void> {
  const { from, to, reason, ...rest } = event;
  const sealedReason = reason === null ? null : sealValue(key, placeOf(event.id), reason);
  await transaction.insert(lifecycleEvent).values({ ...rest, fromState: from, toState: to, sealedReason });
}

/** When the case took its newest step. */
export async function lastStepAt(database: Database, caseId: string): Promise<Date | undefined> {
  const [last] = await database
    .select({ at: lifecycleEvent.at })
    .from(lifecycleEvent)
    .where(eq(lifecycleEvent.caseId, caseId))
    .orderBy(desc(lifecycleEvent.at), desc(lifecycleEvent.id))
    .limit(1);
  return last?.at;
}

/** In the order of what happened. */
export async function lifecycleOf(
  database: Database,
  key: CaseKey,
  caseId: string,
): Promise<LifecycleEvent[]> {
  const rows = await database
    .select()
    .from(lifecycleEvent)
    .where(inArray(lifecycleEvent.caseId, [caseId]))
    .orderBy(lifecycleEvent.at, lifecycleEvent.id);
  return rows.map(({ fromState, toState, sealedReason, ...row }) => ({
    ...row,
    from: fromState,
    to: toState,
    reason: sealedReason && unsealValue(key, placeOf(row.id), sealedReason),
  }));
}
