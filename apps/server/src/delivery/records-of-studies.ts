import { type ClinicalRecord, recordSchema, type StoredFile } from "@consilium/clinical";
import {
  type CaseKey,
  type Database,
  type KeptFile,
  seriesOfRecords,
  type StoredRecord,
  type StoredSeries,
} from "@consilium/database";
import { type FiledInstance, type StudiedRecord, studiesOf } from "@consilium/interchange";
import { instancesIn, seriesRows, studiesOfCase } from "../dicomweb/series-index.ts";
import type { Services } from "../services.ts";
import type { Kept, LookedUp } from "./keep-reading.ts";
import { slidesOfStudies } from "./slides-of-studies.ts";

/** A study, report or slide of DICOM files, and the record of the same study that it is instead of. */
export interface StudyChange {
  readonly record: ClinicalRecord;
  readonly replaces: string | undefined;
  readonly series: readonly StoredSeries[];
}

interface Arrived {
  readonly path: string;
  readonly filed: FiledInstance;
  readonly file: StoredFile;
}

/**
 * Slices find their study: those of this delivery, and those that the case has of the same one. A study that grew is filed anew
 * and replaces what it was; one that got nothing new stays.
 */
export async function recordsOfStudies(
  services: Services,
  transaction: Database,
  { key, result, leftOut, known }: LookedUp,
): Promise<Kept> {
  const arrived = result.instances.filter(({ path }) => !leftOut.has(path));
  if (arrived.length === 0) return nothing;
  const there = await studiesThere(transaction, key, arrived);
  const isKnown = ({ file }: Arrived) => Boolean(known.get(file.id)?.recordId);
  const again = arrived.filter(isKnown);
  const news = arrived.filter((one) => !isKnown(one));
  const old = there.flatMap(({ instances }) => instances);
  const { records, duplicates } = studiesOf([...old, ...news.map(({ filed }) => filed)], services);
  const oldFiles = new Set(old.map(({ fileId }) => fileId));
  const changed = records.filter(
    (study) => study.fileIds.some((id) => !oldFiles.has(id)) || isSaidAnew(study, there),
  );
  const studies = changed.map((study) => changeOf(study, there, services.createId));
  const slides = await slidesOfStudies(services, transaction, key, { studies, changed });
  const recordOf = new Map(
    changed.flatMap(({ fileIds }, at) => fileIds.map((id) => [id, studies[at]?.record.id] as const)),
  );
  const sameAs = new Map(duplicates.map(({ fileId, sameAs: same }) => [fileId, same]));
  const recordFor = ({ file }: Arrived): string | undefined => {
    const before = known.get(file.id);
    if (before?.recordId) return recordOf.get(before.file.id) ?? before.recordId;
    return recordOf.get(sameAs.get(file.id) ?? file.id);
  };
  return {
    records: [],
    studies: [...studies, ...slides.changes],
    files: news.flatMap((one) => filesKept(one, recordFor(one), sameAs)),
    recordsAt: new Map(arrived.map((one) => [one.path, present(recordFor(one), slides.of(one.filed))])),
    duplicates: new Set([
      ...again.map(({ path }) => path),
      ...news.filter(({ file }) => sameAs.has(file.id)).map(({ path }) => path),
    ]),
  };
}

/** A study that got nothing new, of whose pictures another version came: that is said of both. */
function isSaidAnew({ record, fileIds }: StudiedRecord, there: readonly StudyThere[]): boolean {
  const before = there.find(({ instances }) => instances.some(({ fileId }) => fileIds.includes(fileId)));
  if (!before || record.kind !== "imaging-study") return false;
  const was = recordSchema.parse(before.record.content);
  return was.kind === "imaging-study" && was.content.sameIdentifiers !== record.content.sameIdentifiers;
}

const present = (...ids: readonly (string | undefined)[]): readonly string[] =>
  ids.filter((id) => id !== undefined);

const nothing: Kept = {
  records: [],
  studies: [],
  files: [],
  recordsAt: new Map(),
  duplicates: new Set(),
};

const filesKept = (
  { file }: Arrived,
  recordId: string | undefined,
  sameAs: ReadonlyMap<string, string>,
): readonly KeptFile[] => (recordId === undefined || sameAs.has(file.id) ? [] : [{ file, recordId }]);

interface StudyThere {
  readonly record: StoredRecord;
  readonly instances: readonly FiledInstance[];
}

/** What the case has of the studies that something arrived of. */
async function studiesThere(
  transaction: Database,
  key: CaseKey,
  arrived: readonly Arrived[],
): Promise<readonly StudyThere[]> {
  const uids = new Set(arrived.map(({ filed }) => filed.instance.studyUid));
  const studies = (await studiesOfCase(transaction, key)).filter(({ studyUid }) => uids.has(studyUid));
  const series = await seriesOfRecords(
    transaction,
    key,
    studies.map(({ record }) => record.id),
  );
  const byRecord = Map.groupBy(series, ({ recordId }) => recordId);
  return studies.map(({ record }) => ({
    record,
    instances: (byRecord.get(record.id) ?? []).flatMap(({ index }) => instancesIn(index)),
  }));
}

function changeOf(
  { record, fileIds, series }: StudiedRecord,
  there: readonly StudyThere[],
  createId: () => string,
): StudyChange {
  // The record that most of these files were in: of two with one study's identifier each goes on as itself.
  const before = there.find(({ instances }) => instances.some(({ fileId }) => fileIds.includes(fileId)));
  return {
    record: { ...record, revealsFirstOpinion: before?.record.reveals ?? false },
    replaces: before?.record.id,
    series: seriesRows(record.id, series, createId),
  };
}
