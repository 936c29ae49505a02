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
  /** The seat that said what became of it; null while it is open. */
  readonly answeredBy?: string | null;
  /** The item of the case's inventory that it is for. */
  readonly item?: string | null;
  /** The seat that is asked for it. */
  readonly of?: string | null;
  /** Where somebody without an account is asked by mail. */
  readonly address?: string | null;
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

export async function findRequest(
  database: Database,
  key: CaseKey,
  id: string,
): Promise<(RequestWords & Pick<RequestRow, "state" | "seatId" | "dueAt">) | undefined> {
  const named = and(eq(recordRequest.caseId, key.caseId), eq(recordRequest.id, id));
  const [row] = await database.select().from(recordRequest).where(named);
  if (!row) return undefined;
  const { state, seatId, dueAt } = row;
  return { ...requestWordsOf(key, row), state, seatId, dueAt };
}

export interface RequestChange extends Pick<RequestRow, "state" | "answeredAt"> {
  /** Who says so, a seat; null: it is open again, or whoever was asked by mail says so. */
  readonly answeredBy: string | null;
  /** What they say beside. */
  readonly answer: string | null;
}

/** Gives what its state was, and whose it is. Undefined: the case has no such request. */
export async function updateRequest(
  transaction: Database,
  key: CaseKey,
  id: string,
  { answeredBy, answer, ...change }: RequestChange,
): Promise<Pick<RequestRow, "state" | "seatId"> | undefined> {
  const named = and(eq(recordRequest.caseId, key.caseId), eq(recordRequest.id, id));
  const [row] = await transaction.select().from(recordRequest).where(named);
  if (!row) return undefined;
  const sealed = sealValue(key, placeOf(id), { ...requestWordsOf(key, row), answeredBy, answer });
  await transaction
    .update(recordRequest)
    .set({ ...change, sealed })
    .where(named);
  return { state: row.state, seatId: row.seatId };
}

export const requestWordsOf = (key: CaseKey, row: RequestRow): RequestWords =>
  unsealValue(key, placeOf(row.id), row.sealed);
