import { and, eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { sealedPdf } from "../schema/index.ts";

type SealedPdfRow = typeof sealedPdf.$inferSelect;

export interface SealedPdfOf {
  readonly caseId: string;
  readonly reportId: string;
  /** What is printed besides the report: for whom, and with which addenda. */
  readonly form: string;
}

export type KeptPdf = Pick<SealedPdfRow, "fileId" | "bytes">;

/** Undefined: none was sealed yet. */
export async function findSealedPdf(
  database: Database,
  { caseId, reportId, form }: SealedPdfOf,
): Promise<KeptPdf | undefined> {
  const [row] = await database
    .select({ fileId: sealedPdf.fileId, bytes: sealedPdf.bytes })
    .from(sealedPdf)
    .where(and(eq(sealedPdf.caseId, caseId), eq(sealedPdf.reportId, reportId), eq(sealedPdf.form, form)));
  return row;
}

/** Of two who seal at once the first is kept. Gives whether it was this one. */
export async function keepSealedPdf(database: Database, made: SealedPdfRow): Promise<boolean> {
  const kept = await database
    .insert(sealedPdf)
    .values(made)
    .onConflictDoNothing()
    .returning({ fileId: sealedPdf.fileId });
  return kept.length > 0;
}
