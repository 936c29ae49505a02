import { and, desc, eq, max } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { version } from "../schema/index.ts";

type VersionRow = typeof version.$inferSelect;

/** A named moment of a document. */
export interface Version {
  readonly documentId: string;
  readonly n: number;
  readonly organisationId: string;
  readonly caseId: string;
  readonly sequence: number;
  readonly name: string;
  readonly seatId: string;
  readonly at: Date;
}

const placeOf = ({ documentId, n }: Pick<VersionRow, "documentId" | "n">): SealedPlace<string> => ({
  table: "version",
  column: "sealed_name",
  id: `${documentId}/${n}`,
});

/** Gives the next number. The transaction holds the case's row, so no two are given the same. */
export async function insertVersion(
  transaction: Database,
  key: CaseKey,
  named: Omit<Version, "n">,
): Promise<Version> {
  const [last] = await transaction
    .select({ n: max(version.n) })
    .from(version)
    .where(eq(version.documentId, named.documentId));
  const made = { ...named, n: (last?.n ?? 0) + 1 };
  const { name, ...row } = made;
  await transaction.insert(version).values({ ...row, sealedName: sealValue(key, placeOf(made), name) });
  return made;
}

const toVersion = (key: CaseKey, { sealedName, ...row }: VersionRow): Version => ({
  ...row,
  name: unsealValue(key, placeOf(row), sealedName),
});

/** Newest first. */
export async function versionsOf(database: Database, key: CaseKey, documentId: string): Promise<Version[]> {
  const rows = await database
    .select()
    .from(version)
    .where(eq(version.documentId, documentId))
    .orderBy(desc(version.n));
  return rows.map((row) => toVersion(key, row));
}

export async function findVersion(
  database: Database,
  key: CaseKey,
  documentId: string,
  n: number,
): Promise<Version | undefined> {
  const [row] = await database
    .select()
    .from(version)
    .where(and(eq(version.documentId, documentId), eq(version.n, n)));
  return row && toVersion(key, row);
}
