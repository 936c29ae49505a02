import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { recordRequest } from "../schema/index.ts";
import type { CaseKey } from "./case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "./sealed-value.ts";

type RequestRow = typeof recordRequest.$inferSelect;

/** What is asked for, of whom, and what came back: words of the case, so sealed. */
export interface RequestWords {
  readonly what: string;
  readonly from: string | null;
  readonly message: string | null;
  readonly why: string | null;
  readonly answer: string | null;
}

const placeOf = (id: string): SealedPlace<RequestWords> => ({
  table: "record_request",
  column: "sealed",
  id,
});

export async function insertRequest(
  transaction: Database,
  key: CaseKey,
  row: Omit<RequestRow, "sealed">,
  words: RequestWords,
): Promise<void> {
  await transaction.insert(recordRequest).values({ ...row, sealed: sealValue(key, placeOf(row.id), words) });
}

export async function requestRowsOfCases(
  database: Database,
  caseIds: readonly string[],
): Promise<readonly RequestRow[]> {
  if (caseIds.length === 0) return [];
  return database
    .select()
    .from(recordRequest)
    .where(inArray(recordRequest.caseId, [...caseIds]))
    .orderBy(recordRequest.askedAt, recordRequest.id);
}

/** Gives what its state was. Undefined: the case has no such request. */
export async function updateRequest(
  transaction: Database,
  caseId: string,
  id: string,
  change: Pick<RequestRow, "state" | "answeredAt">,
): Promise<RequestRow["state"] | undefined> {
  const named = and(eq(recordRequest.caseId, caseId), eq(recordRequest.id, id));
  const [row] = await transaction.select({ state: recordRequest.state }).from(recordRequest).where(named);
  if (row) await transaction.update(recordRequest).set(change).where(named);
  return row?.state;
}

export const requestWordsOf = (key: CaseKey, row: RequestRow): RequestWords =>
  unsealValue(key, placeOf(row.id), row.sealed);
