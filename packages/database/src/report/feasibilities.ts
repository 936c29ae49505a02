import { asc, eq } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { feasibility } from "../schema/index.ts";

type FeasibilityRow = typeof feasibility.$inferSelect;

/** What those who treat the patient say of one recommendation. */
export interface Feasibility extends Omit<FeasibilityRow, "sealedNote"> {
  readonly note: string | null;
}

const placeOf = (id: string): SealedPlace<string> => ({ table: "feasibility", column: "sealed_note", id });

export async function insertFeasibility(
  transaction: Database,
  key: CaseKey,
  { note, ...row }: Feasibility,
): Promise<void> {
  const sealedNote = note === null ? null : sealValue(key, placeOf(row.id), note);
  await transaction.insert(feasibility).values({ ...row, sealedNote });
}

/** The newest of each recommendation. */
export async function feasibilitiesOfCase(database: Database, key: CaseKey): Promise<readonly Feasibility[]> {
  const rows = await database
    .select()
    .from(feasibility)
    .where(eq(feasibility.caseId, key.caseId))
    .orderBy(asc(feasibility.at), asc(feasibility.id));
  const newest = new Map(rows.map((row) => [`${row.documentId}/${row.item}`, row]));
  return Array.from(newest.values(), ({ sealedNote, ...row }) => ({
    ...row,
    note: sealedNote && unsealValue(key, placeOf(row.id), sealedNote),
  }));
}
