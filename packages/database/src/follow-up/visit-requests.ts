import { and, asc, eq, inArray } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { visitRequest } from "../schema/index.ts";

type VisitRow = typeof visitRequest.$inferSelect;

export interface VisitWords {
  /** What the patient's side wants to speak about. */
  readonly why: string;
  /** When it would suit them. */
  readonly times: string;
  /** A word with the time, or why it is not possible. */
  readonly answer: string | null;
}

export interface StoredVisit extends Omit<VisitRow, "sealed">, VisitWords {}

const placeOf = (id: string): SealedPlace<VisitWords> => ({ table: "visit_request", column: "sealed", id });

export async function insertVisit(
  transaction: Database,
  key: CaseKey,
  row: Pick<VisitRow, "id" | "organisationId" | "caseId" | "seatId" | "at">,
  words: Pick<VisitWords, "why" | "times">,
): Promise<void> {
  const sealed = sealValue(key, placeOf(row.id), { ...words, answer: null });
  await transaction.insert(visitRequest).values({ ...row, sealed });
}

/** In the order in which they were asked. */
export async function visitsOfCase(database: Database, key: CaseKey): Promise<readonly StoredVisit[]> {
  const rows = await database
    .select()
    .from(visitRequest)
    .where(eq(visitRequest.caseId, key.caseId))
    .orderBy(asc(visitRequest.at), asc(visitRequest.id));
  return rows.map(({ sealed, ...row }) => ({ ...row, ...unsealValue(key, placeOf(row.id), sealed) }));
}

/** Of these cases, the wishes that nobody has answered, in the order in which they were asked; without their words. */
export async function openVisits(
  database: Database,
  caseIds: readonly string[],
): Promise<readonly Pick<VisitRow, "id" | "caseId" | "at">[]> {
  if (caseIds.length === 0) return [];
  return database
    .select({ id: visitRequest.id, caseId: visitRequest.caseId, at: visitRequest.at })
    .from(visitRequest)
    .where(and(inArray(visitRequest.caseId, [...caseIds]), eq(visitRequest.state, "open")))
    .orderBy(asc(visitRequest.at), asc(visitRequest.id));
}

export interface VisitAnswer extends Pick<VisitRow, "state" | "answeredAt" | "answeredBy" | "planned"> {
  readonly answer: string | null;
}

export async function answerVisit(
  transaction: Database,
  key: CaseKey,
  { id, why, times }: Pick<StoredVisit, "id" | "why" | "times">,
  { answer, ...change }: VisitAnswer,
): Promise<void> {
  const sealed = sealValue(key, placeOf(id), { why, times, answer });
  await transaction
    .update(visitRequest)
    .set({ ...change, sealed })
    .where(and(eq(visitRequest.caseId, key.caseId), eq(visitRequest.id, id)));
}
