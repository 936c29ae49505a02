import { createHmac, hkdfSync } from "node:crypto";
import { type StoredFile, storedFileSchema } from "@consilium/clinical";
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { record, storedFile } from "../schema/index.ts";

const place = (id: string): SealedPlace<StoredFile> => ({ table: "stored_file", column: "sealed", id });

type Marked = "file" | "series" | "upload" | "answer place";

/** The same for equal words within a case; without its key it tells nothing, also not by trying. */
export const markOf = (key: CaseKey, of: Marked, words: string): Buffer =>
  markUnder(markKeyOf(key, of), words);

const markKeyOf = ({ key }: CaseKey, of: Marked): Buffer =>
  Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), `mark of a ${of}`, 32));

const markUnder = (markKey: Buffer, words: string): Buffer =>
  createHmac("sha256", markKey).update(words).digest();

/** In one statement: the case's lock is held meanwhile. */
const filesAtOnce = 1000;

export interface Reservation {
  readonly ids: readonly string[];
  readonly deliveryId: string | null;
  readonly seatId: string;
  readonly at: Date;
}

/** Before their bytes are put away, so that whatever becomes of this process they are found again. */
export async function reserveFiles(
  database: Database,
  { organisationId, caseId }: CaseKey,
  { ids, deliveryId, seatId, at }: Reservation,
): Promise<void> {
  await database
    .insert(storedFile)
    .values(ids.map((id) => ({ id, organisationId, caseId, deliveryId, seatId, addedAt: at })));
}

export interface SameFile {
  readonly file: StoredFile;
  readonly recordId: string | null;
}

/** Kept files of this case with these bytes, by their digests. */
export async function findSameFiles(
  database: Database,
  key: CaseKey,
  digests: readonly string[],
): Promise<ReadonlyMap<string, SameFile>> {
  const markKey = markKeyOf(key, "file");
  const found = new Map<string, SameFile>();
  for (let start = 0; start < digests.length; start += filesAtOnce) {
    const marks = digests.slice(start, start + filesAtOnce).map((sha256) => markUnder(markKey, sha256));
    const rows = await database
      .select()
      .from(storedFile)
      .where(
        and(eq(storedFile.caseId, key.caseId), inArray(storedFile.mark, marks), isNotNull(storedFile.keptAt)),
      );
    for (const { id, sealed, recordId } of rows) {
      if (!sealed) continue;
      const file = unsealValue(key, place(id), sealed);
      found.set(file.sha256, { file, recordId });
    }
  }
  return found;
}

export interface KeptFile {
  readonly file: StoredFile;
  readonly recordId: string;
  /** The case has these bytes under another id: who looks for them is led there. */
  readonly isCopy?: boolean;
}

/** What was reserved belongs to a record now. */
export async function keepFiles(
  transaction: Database,
  key: CaseKey,
  at: Date,
  files: readonly KeptFile[],
): Promise<void> {
  const markKey = markKeyOf(key, "file");
  for (let start = 0; start < files.length; start += filesAtOnce) {
    const some = files.slice(start, start + filesAtOnce);
    const column = <T>(read: (kept: KeptFile) => T) => sql.param(some.map(read));
    await transaction.execute(sql`
      update ${storedFile} set kept_at = ${at.toISOString()}, record_id = kept.record_id, bytes = kept.bytes,
        mark = kept.mark, sealed = kept.sealed
      from unnest(${column(({ file }) => file.id)}::text[], ${column(({ recordId }) => recordId)}::text[],
        ${column(({ file }) => file.bytes)}::bigint[], ${column(({ file, isCopy }) => (isCopy ? null : markUnder(markKey, file.sha256)))}::bytea[],
        ${column(({ file }) => sealValue(key, place(file.id), file))}::bytea[])
        as kept (id, record_id, bytes, mark, sealed)
      where ${storedFile.caseId} = ${key.caseId} and ${storedFile.id} = kept.id`);
  }
}

/** A record was filed anew, with the files that it had. */
export async function moveFiles(
  transaction: Database,
  { caseId }: CaseKey,
  from: string,
  to: string,
): Promise<void> {
  await transaction
    .update(storedFile)
    .set({ recordId: to })
    .where(and(eq(storedFile.caseId, caseId), eq(storedFile.recordId, from)));
}

/** Files of a delivery that came to nothing, or of an earlier attempt: their ids, so that their bytes go too. */
export async function takeAwayPending(database: Database, deliveryId: string): Promise<readonly string[]> {
  const rows = await database
    .delete(storedFile)
    .where(and(eq(storedFile.deliveryId, deliveryId), isNull(storedFile.keptAt)))
    .returning({ id: storedFile.id });
  return rows.map(({ id }) => id);
}

export interface FoundFile {
  readonly file: StoredFile;
  readonly recordId: string;
  /** Of its record. */
  readonly reveals: boolean;
}

/** Kept files of a case, by their ids. */
export async function findFiles(
  database: Database,
  key: CaseKey,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundFile>> {
  const rows = await database
    .select({ id: storedFile.id, sealed: storedFile.sealed, recordId: record.id, reveals: record.reveals })
    .from(storedFile)
    .innerJoin(record, eq(record.id, storedFile.recordId))
    .where(
      and(eq(storedFile.caseId, key.caseId), inArray(storedFile.id, [...ids]), isNotNull(storedFile.keptAt)),
    );
  return new Map(
    rows.flatMap(({ id, sealed, recordId, reveals }) =>
      sealed
        ? [[id, { file: storedFileSchema.parse(unsealValue(key, place(id), sealed)), recordId, reveals }]]
        : [],
    ),
  );
}

/** Kept files of these records, in the order in which they came. */
export async function filesOfRecords(
  database: Database,
  key: CaseKey,
  recordIds: readonly string[],
): Promise<readonly { readonly recordId: string; readonly file: StoredFile }[]> {
  if (recordIds.length === 0) return [];
  const rows = await database
    .select({ id: storedFile.id, sealed: storedFile.sealed, recordId: storedFile.recordId })
    .from(storedFile)
    .where(
      and(
        eq(storedFile.caseId, key.caseId),
        inArray(storedFile.recordId, [...recordIds]),
        isNotNull(storedFile.keptAt),
      ),
    )
    .orderBy(storedFile.id);
  return rows.flatMap(({ id, sealed, recordId }) =>
    sealed && recordId !== null
      ? [{ recordId, file: storedFileSchema.parse(unsealValue(key, place(id), sealed)) }]
      : [],
  );
}
