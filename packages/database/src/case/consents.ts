import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { consent } from "../schema/index.ts";
import type { CaseKey } from "./case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "./sealed-value.ts";

type ConsentRow = typeof consent.$inferSelect;

export interface Consent extends Omit<ConsentRow, "sealedBasis"> {
  /** How the patient agreed, where a clinician says so for them. */
  readonly basis: string | null;
}

const placeOf = (id: string): SealedPlace<string> => ({ table: "consent", column: "sealed_basis", id });

export async function insertConsent(
  transaction: Database,
  key: CaseKey,
  { basis, ...row }: Consent,
): Promise<void> {
  const sealedBasis = basis === null ? null : sealValue(key, placeOf(row.id), basis);
  await transaction.insert(consent).values({ ...row, sealedBasis });
}

/** The one that stands. Undefined: none was given, or it was withdrawn. */
export async function currentConsent(
  database: Database,
  key: CaseKey,
  caseId: string,
): Promise<Consent | undefined> {
  const [row] = await database
    .select()
    .from(consent)
    .where(and(eq(consent.caseId, caseId), isNull(consent.endedAt)))
    .orderBy(asc(consent.givenAt), asc(consent.id))
    .limit(1);
  if (!row) return undefined;
  const { sealedBasis, ...rest } = row;
  return { ...rest, basis: sealedBasis === null ? null : unsealValue(key, placeOf(row.id), sealedBasis) };
}

/** All that stand; gives how many that were. */
export async function endConsents(transaction: Database, caseId: string, at: Date): Promise<number> {
  const ended = await transaction
    .update(consent)
    .set({ endedAt: at })
    .where(and(eq(consent.caseId, caseId), isNull(consent.endedAt)))
    .returning({ id: consent.id });
  return ended.length;
}
