import type { ClinicalRecord } from "@consilium/clinical";
import type { StoredRecord } from "@consilium/database";

interface AddedBy {
  readonly organisationId: string;
  readonly caseId: string;
  readonly seatId: string;
  readonly at: Date;
  readonly importId: string | null;
  readonly requestId?: string | null;
}

/** What the rights and the order of records need stands in clear beside the sealed content: kind, date, whether it reveals. */
export const storedRecords = (
  records: readonly ClinicalRecord[],
  { organisationId, caseId, seatId, at, importId, requestId = null }: AddedBy,
): StoredRecord[] =>
  records.map((record) => ({
    id: record.id,
    organisationId,
    caseId,
    kind: record.kind,
    date: record.date,
    dateAt: record.date === null ? null : beginningOf(record.date),
    reveals: record.revealsFirstOpinion,
    seatId,
    addedAt: at,
    importId,
    requestId,
    replacedBy: null,
    content: record,
  }));

/** Of a year or a month: its first instant. */
function beginningOf(date: string): Date | null {
  const beginning = new Date(date);
  return Number.isNaN(beginning.getTime()) ? null : beginning;
}
