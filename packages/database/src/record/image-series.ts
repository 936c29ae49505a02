import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { and, eq, inArray } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { sealBytes, type SealedPlace, unsealBytes } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { imageSeries, record } from "../schema/index.ts";
import { markOf } from "./stored-files.ts";

/** A series as it lies beside its record. `index` is interchange's, as JSON. */
export interface StoredSeries {
  readonly id: string;
  readonly recordId: string;
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly index: unknown;
}

const place = (id: string): SealedPlace<Uint8Array> => ({ table: "image_series", column: "sealed", id });

const mark = (key: CaseKey, studyUid: string, seriesUid: string): Buffer =>
  markOf(key, "series", `${studyUid}/${seriesUid}`);

/** Metadata of slices says the same three hundred times. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

export async function insertSeries(
  transaction: Database,
  key: CaseKey,
  series: readonly StoredSeries[],
): Promise<void> {
  for (const { id, recordId, studyUid, seriesUid, index } of series) {
    const small = brotliCompressSync(JSON.stringify(index), quick);
    await transaction.insert(imageSeries).values({
      id,
      organisationId: key.organisationId,
      caseId: key.caseId,
      recordId,
      mark: mark(key, studyUid, seriesUid),
      sealed: sealBytes(key, place(id), small),
    });
  }
}

export interface FoundSeries {
  readonly id: string;
  readonly recordId: string;
  readonly reveals: boolean;
  readonly index: unknown;
}

/** A study by its identifier, which two records may bear. */
export interface StudyInRecord {
  readonly uid: string;
  /** Undefined: whichever record it is in; of several, of a series the one that it was filed of first. */
  readonly record: string | undefined;
}

/** Which row a series is, whose record it belongs to, and whether that reveals: asked each time, as rights are. */
export async function findSeries(
  database: Database,
  key: CaseKey,
  study: StudyInRecord,
  seriesUid: string,
): Promise<Omit<FoundSeries, "index"> | undefined> {
  const isOfRecord = study.record === undefined ? undefined : eq(imageSeries.recordId, study.record);
  const [row] = await database
    .select({ id: imageSeries.id, recordId: record.id, reveals: record.reveals })
    .from(imageSeries)
    .innerJoin(record, eq(record.id, imageSeries.recordId))
    .where(
      and(
        eq(imageSeries.caseId, key.caseId),
        eq(imageSeries.mark, mark(key, study.uid, seriesUid)),
        isOfRecord,
      ),
    )
    .orderBy(imageSeries.id);
  return row;
}

/** What lies in a row; it never changes. Undefined: its record was filed anew meanwhile. */
export async function readSeries(database: Database, key: CaseKey, id: string): Promise<unknown> {
  const [row] = await database
    .select({ id: imageSeries.id, sealed: imageSeries.sealed })
    .from(imageSeries)
    .where(and(eq(imageSeries.caseId, key.caseId), eq(imageSeries.id, id)));
  return row && indexOf(key, row);
}

/** Of some records, all series. */
export async function seriesOfRecords(
  database: Database,
  key: CaseKey,
  recordIds: readonly string[],
): Promise<readonly FoundSeries[]> {
  if (recordIds.length === 0) return [];
  const rows = await database
    .select({
      id: imageSeries.id,
      sealed: imageSeries.sealed,
      recordId: record.id,
      reveals: record.reveals,
    })
    .from(imageSeries)
    .innerJoin(record, eq(record.id, imageSeries.recordId))
    .where(and(eq(imageSeries.caseId, key.caseId), inArray(imageSeries.recordId, [...recordIds])))
    .orderBy(imageSeries.id);
  return rows.map((row) => ({ ...row, index: indexOf(key, row) }));
}

const indexOf = (key: CaseKey, { id, sealed }: { readonly id: string; readonly sealed: Buffer }): unknown =>
  JSON.parse(brotliDecompressSync(unsealBytes(key, place(id), sealed)).toString());

/** A record was filed anew, with all of its series. */
export async function deleteSeriesOf(
  transaction: Database,
  { caseId }: CaseKey,
  recordId: string,
): Promise<void> {
  await transaction
    .delete(imageSeries)
    .where(and(eq(imageSeries.caseId, caseId), eq(imageSeries.recordId, recordId)));
}
