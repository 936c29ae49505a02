import type { Role } from "@consilium/clinical";
import { asc, eq, inArray } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { feasibility, feedback, report, reportReceipt, seat, urgentFinding } from "../schema/index.ts";

export interface ReportRowOfCase {
  readonly id: string;
  readonly caseId: string;
  readonly documentId: string;
  readonly n: number;
  readonly state: "current" | "superseded" | "retracted";
  readonly signedAt: Date;
}

/** In the order of their numbers. */
export const reportRowsOfCases = (
  database: Database,
  ids: readonly string[],
): Promise<readonly ReportRowOfCase[]> => {
  const { id, caseId, documentId, n, state, signedAt } = report;
  return database
    .select({ id, caseId, documentId, n, state, signedAt })
    .from(report)
    .where(inArray(caseId, [...ids]))
    .orderBy(asc(caseId), asc(n));
};

export interface OpeningRow {
  readonly reportId: string;
  readonly role: Role;
  readonly openedAt: Date;
}

/** Who has opened which report, by what they are in the case; the first opening first. */
export const openingsOfCases = (
  database: Database,
  ids: readonly string[],
): Promise<readonly OpeningRow[]> => {
  const { reportId, openedAt } = reportReceipt;
  return database
    .select({ reportId, openedAt, role: seat.role })
    .from(reportReceipt)
    .innerJoin(seat, eq(seat.id, reportReceipt.seatId))
    .where(inArray(reportReceipt.caseId, [...ids]))
    .orderBy(asc(openedAt));
};

export interface FeasibilityState {
  readonly documentId: string;
  readonly item: string;
  readonly state: "feasible" | "not-available" | "done" | "not-said";
}

/** The oldest first: the last of a recommendation counts. */
export const feasibilityStatesOfCases = (
  database: Database,
  ids: readonly string[],
): Promise<readonly FeasibilityState[]> => {
  const { documentId, item, state } = feasibility;
  return database
    .select({ documentId, item, state })
    .from(feasibility)
    .where(inArray(feasibility.caseId, [...ids]))
    .orderBy(asc(feasibility.at), asc(feasibility.id));
};

export interface UrgentTimes {
  readonly raisedAt: Date;
  readonly dueAt: Date;
  readonly escalatedAt: Date | null;
  readonly acknowledgedAt: Date | null;
}

export const urgentTimesOfCases = (
  database: Database,
  ids: readonly string[],
): Promise<readonly UrgentTimes[]> => {
  const { raisedAt, dueAt, escalatedAt, acknowledgedAt } = urgentFinding;
  return database
    .select({ raisedAt, dueAt, escalatedAt, acknowledgedAt })
    .from(urgentFinding)
    .where(inArray(urgentFinding.caseId, [...ids]));
};

/** Cases whose patient's side was asked and answered, or would not. */
export async function casesWithFeedback(
  database: Database,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { caseId } = feedback;
  const rows = await database
    .selectDistinct({ caseId })
    .from(feedback)
    .where(inArray(caseId, [...ids]));
  return rows.map((row) => row.caseId);
}
