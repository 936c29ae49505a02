import { createHash } from "node:crypto";
import { and, count, eq, gt, inArray, isNotNull, isNull, ne, type SQL } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { sealBytes, type SealedPlace, sealValue, unsealBytes, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { record, recordImport } from "../schema/index.ts";

type RecordRow = typeof record.$inferSelect;

/** A record as it is stored: in clear what the rights and the order need, its content under the case's key. */
export interface StoredRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly kind: string;
  readonly date: string | null;
  readonly dateAt: Date | null;
  readonly reveals: boolean;
  readonly seatId: string;
  readonly addedAt: Date;
  readonly importId: string | null;
  /** The request whose answer place it came through. Left out: none. */
  readonly requestId?: string | null;
  /** It was filed anew, as this one. */
  readonly replacedBy: string | null;
  /** The record of `clinical`, as JSON. */
  readonly content: unknown;
}

const contentPlace = (id: string): SealedPlace<unknown> => ({ table: "record", column: "sealed", id });
const importPlace = (id: string, column: string): SealedPlace<unknown> => ({
  table: "record_import",
  column,
  id,
});
const originalPlace = (id: string): SealedPlace<Uint8Array> => ({
  table: "record_import",
  column: "sealed_original",
  id,
});

const digestOf = (sealed: Buffer): Buffer => createHash("sha256").update(sealed).digest();

/** A statement takes 65,535 values; a row has twelve. */
const rowsAtOnce = 1000;

export async function insertRecords(
  transaction: Database,
  key: CaseKey,
  records: readonly StoredRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ content, ...row }) => {
    const sealed = sealValue(key, contentPlace(row.id), content);
    return { ...row, sealed, digest: digestOf(sealed) };
  });
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await transaction.insert(record).values(rows.slice(start, start + rowsAtOnce));
  }
}

const toStored = (key: CaseKey, { sealed, digest: _digest, ...row }: RecordRow): StoredRecord => ({
  ...row,
  content: unsealValue(key, contentPlace(row.id), sealed),
});

export interface RecordPage {
  readonly after: string | null;
  readonly limit: number;
  /** A blind specialist before the reveal. */
  readonly withoutRevealing: boolean;
}

/** In the order of their ids, which is the order in which they came; those that were filed anew are not among them. */
export async function recordsOf(
  database: Database,
  key: CaseKey,
  caseId: string,
  { after, limit, withoutRevealing }: RecordPage,
): Promise<StoredRecord[]> {
  const rows = await database
    .select()
    .from(record)
    .where(isOnPage(caseId, { after, withoutRevealing }))
    .orderBy(record.id)
    .limit(limit);
  return rows.map((row) => toStored(key, row));
}

/** The ids of such a page, without looking into any record. */
export async function recordIdsOf(
  database: Database,
  caseId: string,
  { limit, ...page }: RecordPage,
): Promise<readonly string[]> {
  const rows = await database
    .select({ id: record.id })
    .from(record)
    .where(isOnPage(caseId, page))
    .orderBy(record.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}

function isOnPage(caseId: string, { after, withoutRevealing }: Omit<RecordPage, "limit">): SQL | undefined {
  const wanted = [eq(record.caseId, caseId), isNull(record.replacedBy)];
  if (after !== null) wanted.push(gt(record.id, after));
  if (withoutRevealing) wanted.push(ne(record.reveals, true));
  return and(...wanted);
}

export async function findRecord(
  database: Database,
  key: CaseKey,
  caseId: string,
  recordId: string,
): Promise<StoredRecord | undefined> {
  const [row] = await database
    .select()
    .from(record)
    .where(and(eq(record.caseId, caseId), eq(record.id, recordId)));
  return row && toStored(key, row);
}

/** Which records were filed anew as which, of a whole case. */
export async function replacementsOf(
  database: Database,
  caseId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .select({ id: record.id, replacedBy: record.replacedBy })
    .from(record)
    .where(and(eq(record.caseId, caseId), isNotNull(record.replacedBy)));
  return new Map(
    rows.flatMap(({ id, replacedBy }) => (replacedBy === null ? [] : [[id, replacedBy] as const])),
  );
}

export async function replaceRecord(
  transaction: Database,
  caseId: string,
  id: string,
  replacedBy: string,
): Promise<void> {
  await transaction
    .update(record)
    .set({ replacedBy })
    .where(and(eq(record.caseId, caseId), eq(record.id, id)));
}

/** It stands for itself again. */
export async function restoreRecord(transaction: Database, caseId: string, id: string): Promise<void> {
  await transaction
    .update(record)
    .set({ replacedBy: null })
    .where(and(eq(record.caseId, caseId), eq(record.id, id)));
}

/** Records of one kind that are in force. */
export async function recordsOfKind(
  database: Database,
  key: CaseKey,
  kinds: readonly string[],
): Promise<readonly StoredRecord[]> {
  const rows = await database
    .select()
    .from(record)
    .where(and(eq(record.caseId, key.caseId), inArray(record.kind, [...kinds]), isNull(record.replacedBy)));
  return rows.map((row) => toStored(key, row));
}

export async function countRecords(database: Database, caseId: string): Promise<number> {
  const [row] = await database
    .select({ n: count() })
    .from(record)
    .where(and(eq(record.caseId, caseId), isNull(record.replacedBy)));
  return row?.n ?? 0;
}

export interface NewImport {
  readonly id: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly original: Uint8Array;
  readonly notUnderstood: unknown;
  readonly counts: Readonly<Record<string, number>>;
  readonly seatId: string;
  readonly at: Date;
}

/** The file as it came, sealed: what was not understood today can be read again tomorrow. */
export async function insertImport(transaction: Database, key: CaseKey, made: NewImport): Promise<void> {
  const { original, notUnderstood, ...row } = made;
  await transaction.insert(recordImport).values({
    ...row,
    sealedOriginal: sealBytes(key, originalPlace(row.id), original),
    sealedNotUnderstood: sealValue(key, importPlace(row.id, "sealed_not_understood"), notUnderstood),
    digest: createHash("sha256").update(original).digest(),
  });
}

export async function notUnderstoodOf(
  database: Database,
  key: CaseKey,
  caseId: string,
): Promise<readonly { readonly id: string; readonly at: Date; readonly notUnderstood: unknown }[]> {
  const rows = await database
    .select()
    .from(recordImport)
    .where(eq(recordImport.caseId, caseId))
    .orderBy(recordImport.at);
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    notUnderstood: unsealValue(key, importPlace(row.id, "sealed_not_understood"), row.sealedNotUnderstood),
  }));
}

/** The files that records were imported from, as they came, without their bytes. */
export async function importsOf(
  database: Database,
  caseId: string,
): Promise<readonly { readonly id: string; readonly sha256: string }[]> {
  const rows = await database
    .select({ id: recordImport.id, digest: recordImport.digest })
    .from(recordImport)
    .where(eq(recordImport.caseId, caseId))
    .orderBy(recordImport.at, recordImport.id);
  return rows.map(({ id, digest }) => ({ id, sha256: digest.toString("hex") }));
}

/** The bytes of one. Undefined: the case has no such file. */
export async function readImport(database: Database, key: CaseKey, id: string): Promise<Buffer | undefined> {
  const [row] = await database
    .select({ sealed: recordImport.sealedOriginal })
    .from(recordImport)
    .where(and(eq(recordImport.caseId, key.caseId), eq(recordImport.id, id)));
  return row && unsealBytes(key, originalPlace(id), row.sealed);
}

/** What a record was filed anew as, perhaps more than once; itself where it never was. */
export function newestOf(replacements: ReadonlyMap<string, string>, id: string): string {
  const next = replacements.get(id);
  return next === undefined ? id : newestOf(replacements, next);
}

/** The record and all that it was filed as, before and after: they reveal alike, by whichever id one knows it. */
async function versionsOf(
  database: Database,
  caseId: string,
  id: string,
): Promise<{ readonly newest: string; readonly all: readonly string[] }> {
  const replacements = await replacementsOf(database, caseId);
  const newest = newestOf(replacements, id);
  const former = [...replacements.keys()].filter((one) => newestOf(replacements, one) === newest);
  return { newest, all: [newest, ...former] };
}

/** By any of its ids. Gives what the mark was before. Undefined: the case has no such record. */
export async function markRecordRevealing(
  transaction: Database,
  caseId: string,
  recordId: string,
  reveals: boolean,
): Promise<boolean | undefined> {
  const was = await recordReveals(transaction, caseId, recordId);
  if (was === undefined) return undefined;
  const { all } = await versionsOf(transaction, caseId, recordId);
  await transaction
    .update(record)
    .set({ reveals })
    .where(and(eq(record.caseId, caseId), inArray(record.id, [...all])));
  return was;
}

/** Whether a record tells the first opinion, by any of its ids. Undefined: the case has no such record. */
export async function recordReveals(
  database: Database,
  caseId: string,
  recordId: string,
): Promise<boolean | undefined> {
  const { newest } = await versionsOf(database, caseId, recordId);
  const [row] = await database
    .select({ reveals: record.reveals })
    .from(record)
    .where(and(eq(record.caseId, caseId), eq(record.id, newest)));
  return row?.reveals;
}

/** Ids of the records that tell the first opinion. */
export async function revealingRecordsOf(database: Database, caseId: string): Promise<ReadonlySet<string>> {
  const rows = await database
    .select({ id: record.id })
    .from(record)
    .where(and(eq(record.caseId, caseId), eq(record.reveals, true)));
  return new Set(rows.map(({ id }) => id));
}
