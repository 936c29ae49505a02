import { inArray } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { recordRequest } from "../schema/index.ts";
import { type SealedPlace, sealValue, unsealValue } from "../sealed-value.ts";

type RequestRow = typeof recordRequest.$inferSelect;

/** What is asked for, of whom, and what came back: words of the case, so sealed. */
export interface RequestWords {
  readonly what: string;
  readonly from: string | null;
  readonly message: string | null;
  readonly why: string | null;
  readonly answer: string | null;
}

const placeOf = ({
  organisationId,
  caseId,
  id,
}: Pick<RequestRow, "organisationId" | "caseId" | "id">): SealedPlace<RequestWords> => ({
  organisationId,
  caseId,
  table: "record_request",
  id,
});

export async function insertRequest(
  transaction: Database,
  key: Buffer,
  row: Omit<RequestRow, "sealed">,
  words: RequestWords,
): Promise<void> {
  await transaction.insert(recordRequest).values({ ...row, sealed: sealValue(key, placeOf(row), words) });
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

export const requestWordsOf = (key: Buffer, row: RequestRow): RequestWords =>
  unsealValue(key, placeOf(row), row.sealed);
