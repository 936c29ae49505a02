import { unwrapCaseKey, wrapCaseKey } from "@consilium/foundation/sealing";
import { eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { clinicalCase } from "../schema/index.ts";
import { type SealedPlace, sealValue, unsealValue } from "../sealed-value.ts";
import type { CaseDetails } from "./case-details.ts";

export type CaseRow = typeof clinicalCase.$inferSelect;

type InClear = Omit<typeof clinicalCase.$inferInsert, "wrappedKey" | "sealed" | "authority">;

const placeOf = ({
  organisationId,
  id,
}: Pick<CaseRow, "organisationId" | "id">): SealedPlace<CaseDetails> => ({
  organisationId,
  caseId: id,
  table: "clinical_case",
  id,
});

/** A new case with a key of its own, which only the master key opens. */
export async function insertCase(
  transaction: Database,
  row: InClear,
  details: CaseDetails,
  keys: { readonly master: Buffer; readonly caseKey: Buffer },
): Promise<void> {
  await transaction.insert(clinicalCase).values({
    ...row,
    wrappedKey: wrapCaseKey(keys.master, keys.caseKey, row.organisationId, row.id),
    sealed: sealValue(keys.caseKey, placeOf(row), details),
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

/** Undefined: the case was erased, its key is gone. */
export const caseKeyOf = (master: Buffer, { wrappedKey, organisationId, id }: CaseRow): Buffer | undefined =>
  wrappedKey ? unwrapCaseKey(master, wrappedKey, organisationId, id) : undefined;

export const caseDetailsOf = (caseKey: Buffer, row: CaseRow): CaseDetails =>
  unsealValue(caseKey, placeOf(row), row.sealed);

export async function updateCase(
  transaction: Database,
  caseId: string,
  change: Partial<Pick<CaseRow, "state" | "pausedFrom" | "submittedAt" | "signedAt" | "closedAt">>,
): Promise<void> {
  await transaction.update(clinicalCase).set(change).where(eq(clinicalCase.id, caseId));
}
