import type { InventoryEntry } from "@consilium/clinical";
import { eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { clinicalCase } from "../schema/index.ts";
import type { CaseDetails } from "./case-details.ts";
import type { CaseKey } from "./case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "./sealed-value.ts";

export type CaseRow = typeof clinicalCase.$inferSelect;

type InClear = Omit<typeof clinicalCase.$inferInsert, "wrappedKey" | "sealed" | "authority">;

const placeOf = (id: string): SealedPlace<CaseDetails> => ({
  table: "clinical_case",
  column: "sealed",
  id,
});

/** A new case with a key of its own, which only the master key opens. */
export async function insertCase(
  transaction: Database,
  row: InClear,
  details: CaseDetails,
  key: CaseKey & { readonly wrapped: Buffer },
): Promise<void> {
  await transaction.insert(clinicalCase).values({
    ...row,
    wrappedKey: key.wrapped,
    sealed: sealValue(key, placeOf(row.id), details),
  });
}

export async function findCase(database: Database, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await database.select().from(clinicalCase).where(eq(clinicalCase.id, caseId));
  return row;
}

/** Holds the case's row until the transaction ends: commands of one case follow one another. */
export async function lockCase(transaction: Database, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await transaction
    .select()
    .from(clinicalCase)
    .where(eq(clinicalCase.id, caseId))
    .for("update");
  return row;
}

export const caseDetailsOf = (key: CaseKey, row: CaseRow): CaseDetails =>
  unsealValue(key, placeOf(row.id), row.sealed);

export async function updateCase(
  transaction: Database,
  caseId: string,
  change: Partial<
    Pick<
      CaseRow,
      "state" | "pausedFrom" | "tier" | "submittedAt" | "signedAt" | "closedAt" | "leadPersonId" | "digest"
    >
  >,
): Promise<void> {
  await transaction.update(clinicalCase).set(change).where(eq(clinicalCase.id, caseId));
}

/** `row` as it is under the case's lock: what it says of itself otherwise stays. */
export async function updateDetails(
  transaction: Database,
  key: CaseKey,
  row: CaseRow,
  change: Partial<CaseDetails>,
): Promise<void> {
  const sealed = sealValue(key, placeOf(row.id), { ...caseDetailsOf(key, row), ...change });
  await transaction.update(clinicalCase).set({ sealed }).where(eq(clinicalCase.id, row.id));
}

export const updateInventory = (
  transaction: Database,
  key: CaseKey,
  row: CaseRow,
  inventory: readonly InventoryEntry[],
): Promise<void> => updateDetails(transaction, key, row, { inventory });
