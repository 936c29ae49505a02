import { mayReadRecord, recordsAccess } from "@consilium/clinical";
import {
  type CaseKey,
  type Database,
  findSeries,
  newestOf,
  readSeries,
  replacementsOf,
  seriesOfRecords,
  type StudyInRecord,
} from "@consilium/database";
import type { FiledInstance, SeriesIndex } from "@consilium/interchange";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import { askedStudy } from "./dicomweb-paths.ts";
import { type FiledStudy, seriesIndexIn, studiesOfCase } from "./series-index.ts";

export interface ReadableSeries {
  readonly recordId: string;
  readonly index: SeriesIndex;
}

/** Parsed once: whoever scrolls asks for each slice. By row, whose content never changes. */
const held = new Map<string, Promise<unknown>>();
const most = 32;

function hold(id: string, read: () => Promise<unknown>): Promise<unknown> {
  const known = held.get(id) ?? read();
  held.delete(id);
  held.set(id, known);
  known.catch(() => held.delete(id));
  const [oldest] = held.keys();
  if (held.size > most && oldest !== undefined) held.delete(oldest);
  return known;
}

/** `study`: as it stands in the address. Undefined also where a blind specialist may not know of it. */
export async function readableSeries(
  { open: { database }, now }: Services,
  { seat, facts, key }: Visit,
  study: string,
  series: string,
): Promise<ReadableSeries | undefined> {
  const access = recordsAccess(seat, facts, now());
  const found = await findNow(database, key, askedStudy(study), series);
  if (!found || !mayReadRecord(access, { id: found.recordId, reveals: found.reveals })) return undefined;
  const index = await hold(found.id, () => readSeries(database, key, found.id));
  return index === undefined ? undefined : { recordId: found.recordId, index: seriesIndexIn(index) };
}

/** Whoever has a study open that was filed anew meanwhile asks for what it was. */
async function findNow(database: Database, key: CaseKey, study: StudyInRecord, series: string) {
  const found = await findSeries(database, key, study, series);
  if (found || study.record === undefined) return found;
  const record = newestOf(await replacementsOf(database, key.caseId), study.record);
  return record === study.record ? undefined : findSeries(database, key, { ...study, record }, series);
}

export const instanceOf = ({ index }: ReadableSeries, uid: string): FiledInstance | undefined =>
  index.instances.find(({ instance }) => instance.instanceUid === uid);

/** All series that this seat may read; of one study where it is named as in an address. */
export async function readableStudies(
  { open: { database }, now }: Services,
  { seat, facts, key }: Visit,
  study?: string,
): Promise<readonly ReadableSeries[]> {
  const access = recordsAccess(seat, facts, now());
  if (!access.read && access.presented === null) return [];
  const studies = await studiesOfCase(database, key);
  const asked = study === undefined ? undefined : askedStudy(study);
  const isAsked = ({ record, studyUid }: FiledStudy) =>
    asked === undefined ||
    (asked.uid === studyUid && (asked.record === undefined || asked.record === record.id));
  const seen = studies.filter((one) => isAsked(one) && mayReadRecord(access, one.record));
  const found = await seriesOfRecords(
    database,
    key,
    seen.map(({ record }) => record.id),
  );
  return found.map(({ recordId, index }) => ({ recordId, index: seriesIndexIn(index) }));
}
