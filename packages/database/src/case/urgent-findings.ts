import { and, eq, isNotNull, isNull, lte } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { clinicalCase, urgentFinding } from "../schema/index.ts";
import type { CaseKey } from "./case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "./sealed-value.ts";

type UrgentRow = typeof urgentFinding.$inferSelect;

export interface UrgentWords {
  /** What was found, and what it asks for. */
  readonly what: string;
  /** How else the recipient was reached, or tried to be. */
  readonly channel: string | null;
}

/** With its words. */
export type UrgentFinding = Omit<UrgentRow, "sealed"> & UrgentWords;

const placeOf = (id: string): SealedPlace<UrgentWords> => ({
  table: "urgent_finding",
  column: "sealed",
  id,
});

export type NewUrgentFinding = Omit<UrgentFinding, "escalatedAt" | "acknowledgedAt" | "acknowledgedBy">;

export async function insertUrgentFinding(
  transaction: Database,
  key: CaseKey,
  { what, channel, ...row }: NewUrgentFinding,
): Promise<void> {
  const sealed = sealValue(key, placeOf(row.id), { what, channel });
  await transaction.insert(urgentFinding).values({ ...row, sealed });
}

const withWords = (key: CaseKey, { sealed, ...row }: UrgentRow): UrgentFinding => ({
  ...row,
  ...unsealValue(key, placeOf(row.id), sealed),
});

/** Of a case, the oldest first. */
export async function urgentFindingsOf(database: Database, key: CaseKey): Promise<readonly UrgentFinding[]> {
  const rows = await database
    .select()
    .from(urgentFinding)
    .where(eq(urgentFinding.caseId, key.caseId))
    .orderBy(urgentFinding.raisedAt, urgentFinding.id);
  return rows.map((row) => withWords(key, row));
}

/** Whom it names never changes, so it may be read before the case's lock. */
export async function findUrgentFinding(
  database: Database,
  key: CaseKey,
  id: string,
): Promise<UrgentFinding | undefined> {
  const [row] = await database
    .select()
    .from(urgentFinding)
    .where(and(eq(urgentFinding.caseId, key.caseId), eq(urgentFinding.id, id)));
  return row && withWords(key, row);
}

/** False: somebody had it already. */
export async function acknowledgeUrgentFinding(
  transaction: Database,
  id: string,
  acknowledgedAt: Date,
  acknowledgedBy: string,
): Promise<boolean> {
  const rows = await transaction
    .update(urgentFinding)
    .set({ acknowledgedAt, acknowledgedBy })
    .where(and(eq(urgentFinding.id, id), isNull(urgentFinding.acknowledgedAt)))
    .returning({ id: urgentFinding.id });
  return rows.length > 0;
}

export type UnansweredFinding = Pick<UrgentRow, "id" | "organisationId" | "caseId">;

/** Whose hour is over, and nobody has said that they have it, and it was not passed on yet. */
export async function unansweredFindings(
  database: Database,
  now: Date,
): Promise<readonly UnansweredFinding[]> {
  const { id, organisationId, caseId } = urgentFinding;
  return database
    .select({ id, organisationId, caseId })
    .from(urgentFinding)
    .innerJoin(clinicalCase, eq(clinicalCase.id, urgentFinding.caseId))
    .where(and(isUnanswered(now), isNotNull(clinicalCase.wrappedKey)))
    .orderBy(urgentFinding.dueAt, urgentFinding.id);
}

/** Undefined: somebody has it meanwhile, or another server passed it on. */
export async function escalateUrgentFinding(
  transaction: Database,
  id: string,
  now: Date,
): Promise<Pick<UrgentRow, "recipientSeatId" | "secondSeatId"> | undefined> {
  const [row] = await transaction
    .update(urgentFinding)
    .set({ escalatedAt: now })
    .where(and(eq(urgentFinding.id, id), isUnanswered(now)))
    .returning({
      recipientSeatId: urgentFinding.recipientSeatId,
      secondSeatId: urgentFinding.secondSeatId,
    });
  return row;
}

const isUnanswered = (now: Date) =>
  and(lte(urgentFinding.dueAt, now), isNull(urgentFinding.acknowledgedAt), isNull(urgentFinding.escalatedAt));
