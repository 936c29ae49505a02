import { recordSchema } from "@consilium/clinical";
import {
  type CaseKey,
  type Database,
  recordsOfKind,
  type StoredRecord,
  type StoredSeries,
} from "@consilium/database";
import type { FiledInstance, SeriesIndex } from "@consilium/interchange";

/** What was sealed as the index of a series. The type is the writer's word: see `unsealValue`. */
export const seriesIndexIn = (index: unknown): SeriesIndex =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  index as SeriesIndex;

export const instancesIn = (index: unknown): readonly FiledInstance[] => seriesIndexIn(index).instances;

export interface FiledStudy {
  readonly record: StoredRecord;
  readonly studyUid: string;
}

/** The studies of a case that are in force; their series are read by whoever needs them. */
export async function studiesOfCase(database: Database, key: CaseKey): Promise<readonly FiledStudy[]> {
  const records = await recordsOfKind(database, key, ["imaging-study"]);
  return records.flatMap((record) => {
    const { kind, content } = recordSchema.parse(record.content);
    return kind === "imaging-study" ? [{ record, studyUid: content.studyUid }] : [];
  });
}

/** The rows that a study's series lie in beside its record. */
export const seriesRows = (
  recordId: string,
  series: readonly SeriesIndex[],
  createId: () => string,
): readonly StoredSeries[] =>
  series.map((index) => ({
    id: createId(),
    recordId,
    studyUid: index.studyUid,
    seriesUid: index.seriesUid,
    index,
  }));
