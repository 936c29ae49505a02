import { and, eq } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { correction } from "../schema/index.ts";

/** An opinion that is to stand in the place of a signed one, and why. */
export interface Correction {
  readonly documentId: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly reportId: string;
  readonly seatId: string;
  readonly at: Date;
  readonly reason: string;
}

const placeOf = (id: string): SealedPlace<string> => ({ table: "correction", column: "sealed_reason", id });

export async function insertCorrection(
  transaction: Database,
  key: CaseKey,
  { reason, ...row }: Correction,
): Promise<void> {
  const sealedReason = sealValue(key, placeOf(row.documentId), reason);
  await transaction.insert(correction).values({ ...row, sealedReason });
}

export async function correctionsOfCase(database: Database, key: CaseKey): Promise<readonly Correction[]> {
  const rows = await database.select().from(correction).where(eq(correction.caseId, key.caseId));
  return rows.map(({ sealedReason, ...row }) => ({
    ...row,
    reason: unsealValue(key, placeOf(row.documentId), sealedReason),
  }));
}

/** Undefined: the document corrects nothing. */
export async function findCorrection(
  database: Database,
  key: CaseKey,
  documentId: string,
): Promise<Correction | undefined> {
  const [row] = await database
    .select()
    .from(correction)
    .where(and(eq(correction.caseId, key.caseId), eq(correction.documentId, documentId)));
  if (!row) return undefined;
  const { sealedReason, ...found } = row;
  return { ...found, reason: unsealValue(key, placeOf(documentId), sealedReason) };
}
