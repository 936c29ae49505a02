import { and, desc, eq, max } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { sealBytes, type SealedPlace, sealValue, unsealBytes, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { report } from "../schema/index.ts";

type ReportRow = typeof report.$inferSelect;

/** A signed report without its text. */
export interface StoredReport extends Omit<ReportRow, "sealedReport" | "sealedReason" | "digest"> {
  /** SHA-256 of the canonical report, lower-case hexadecimal. */
  readonly digest: string;
  /** Why it was corrected or retracted. */
  readonly reason: string | null;
}

export interface NewReport {
  readonly id: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly documentId: string;
  readonly digest: string;
  readonly seatId: string;
  readonly personId: string;
  readonly signedAt: Date;
  readonly replacesId: string | null;
}

const textPlace = (id: string): SealedPlace<Uint8Array> => ({ table: "report", column: "sealed_report", id });
const reasonPlace = (id: string): SealedPlace<string> => ({ table: "report", column: "sealed_reason", id });

/** `text`: the canonical report in the bytes that were digested. Its number is the next of the case, whose row is held. */
export async function insertReport(
  transaction: Database,
  key: CaseKey,
  made: NewReport,
  text: Uint8Array,
): Promise<number> {
  const n = (await lastReportNumber(transaction, made.caseId)) + 1;
  await transaction.insert(report).values({
    ...made,
    n,
    digest: Buffer.from(made.digest, "hex"),
    sealedReport: sealBytes(key, textPlace(made.id), text),
  });
  return n;
}

/** 0: the case has none. */
export async function lastReportNumber(database: Database, caseId: string): Promise<number> {
  const [last] = await database
    .select({ n: max(report.n) })
    .from(report)
    .where(eq(report.caseId, caseId));
  return last?.n ?? 0;
}

const listed = {
  id: report.id,
  organisationId: report.organisationId,
  caseId: report.caseId,
  documentId: report.documentId,
  n: report.n,
  state: report.state,
  digest: report.digest,
  seatId: report.seatId,
  personId: report.personId,
  signedAt: report.signedAt,
  replacesId: report.replacesId,
  changedAt: report.changedAt,
  changedBy: report.changedBy,
  sealedReason: report.sealedReason,
} as const;

/** Newest first. */
export async function reportsOfCase(database: Database, key: CaseKey): Promise<readonly StoredReport[]> {
  const rows = await database
    .select(listed)
    .from(report)
    .where(eq(report.caseId, key.caseId))
    .orderBy(desc(report.n));
  return rows.map((row) => toReport(key, row));
}

const toReport = (
  key: CaseKey,
  { sealedReason, digest, ...row }: Omit<ReportRow, "sealedReport">,
): StoredReport => ({
  ...row,
  digest: digest.toString("hex"),
  reason: sealedReason && unsealValue(key, reasonPlace(row.id), sealedReason),
});

/** The canonical report, in the bytes that its digest is of. Undefined: the case has no such report. */
export async function readReportText(
  database: Database,
  key: CaseKey,
  id: string,
): Promise<Buffer | undefined> {
  const [row] = await database
    .select({ sealed: report.sealedReport })
    .from(report)
    .where(and(eq(report.caseId, key.caseId), eq(report.id, id)));
  return row && unsealBytes(key, textPlace(id), row.sealed);
}

export interface ReportChange {
  readonly state: "superseded" | "retracted";
  readonly at: Date;
  readonly seatId: string;
  readonly reason: string;
}

/** It no longer stands. What it says stays as it is. */
export async function changeReport(
  transaction: Database,
  key: CaseKey,
  id: string,
  { state, at, seatId, reason }: ReportChange,
): Promise<void> {
  await transaction
    .update(report)
    .set({ state, changedAt: at, changedBy: seatId, sealedReason: sealValue(key, reasonPlace(id), reason) })
    .where(and(eq(report.caseId, key.caseId), eq(report.id, id)));
}
