import type { CaseState, ClockKind } from "@consilium/clinical";
import { and, eq, isNotNull, isNull, lt, notInArray } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { clinicalCase, clock, clockPause, organisation, recordRequest } from "../schema/index.ts";

/** Nobody is reminded of anything in a case that is over. */
const over: CaseState[] = ["closed", "declined", "withdrawn", "erased"];
const isUnderWay = () => and(notInArray(clinicalCase.state, over), isNotNull(clinicalCase.wrappedKey));

export interface DueRequest {
  readonly row: typeof recordRequest.$inferSelect;
  readonly dueAt: Date;
  /** Of the programme, an IANA name. */
  readonly zone: string;
}

/** Requests without an answer whose day comes before this moment. */
export async function requestsDueBefore(database: Database, before: Date): Promise<readonly DueRequest[]> {
  const rows = await database
    .select({ row: recordRequest, details: organisation.details })
    .from(recordRequest)
    .innerJoin(clinicalCase, eq(clinicalCase.id, recordRequest.caseId))
    .innerJoin(organisation, eq(organisation.id, clinicalCase.organisationId))
    .where(and(eq(recordRequest.state, "open"), lt(recordRequest.dueAt, before), isUnderWay()))
    .orderBy(recordRequest.dueAt, recordRequest.id);
  return rows.flatMap(({ row, details }) =>
    row.dueAt ? [{ row, dueAt: row.dueAt, zone: details.zone }] : [],
  );
}

export interface OverdueClock {
  readonly id: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly kind: ClockKind;
  readonly dueAt: Date;
}

/** Clocks that run past their deadline; what stands in a pause is not late. */
export async function clocksOverdue(database: Database, now: Date): Promise<readonly OverdueClock[]> {
  const { id, organisationId, caseId, kind, dueAt } = clock;
  const rows = await database
    .select({ id, organisationId, caseId, kind, dueAt })
    .from(clock)
    .innerJoin(clinicalCase, eq(clinicalCase.id, clock.caseId))
    .leftJoin(clockPause, and(eq(clockPause.clockId, clock.id), isNull(clockPause.toAt)))
    .where(
      and(
        isNotNull(clock.startedAt),
        isNull(clock.doneAt),
        lt(clock.dueAt, now),
        isNull(clockPause.id),
        isUnderWay(),
      ),
    )
    .orderBy(clock.dueAt, clock.id);
  return rows.flatMap((row) => (row.dueAt ? [{ ...row, dueAt: row.dueAt }] : []));
}
