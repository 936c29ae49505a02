import type { ClinicalRecord } from "@consilium/clinical";
import {
  type CaseKey,
  changeDelivery,
  type Database,
  type Delivery,
  deleteSeriesOf,
  insertRecords,
  insertSeries,
  type KeptFile,
  keepFiles,
  lockCase,
  moveFiles,
  recordAct,
  replaceRecord,
  type SameFile,
} from "@consilium/database";
import type { DeliveryReading as Reading } from "@consilium/record-import";
import { replaceEditions } from "../record/replace-editions.ts";
import { storedRecords } from "../record/stored-records.ts";
import type { Services } from "../services.ts";
import type { PatientChoice } from "./choose-patients.ts";
import { type DeliveryReading } from "./delivery-schemas.ts";
import { type FileKeeper, knownAmong } from "./keep-files.ts";
import { missingImages } from "./missing-images.ts";
import { outcomesOf } from "./outcomes.ts";
import { recordsOfFiles } from "./records-of-files.ts";
import { recordsOfStudies, type StudyChange } from "./records-of-studies.ts";
import { tellCame } from "./tell-came.ts";

export interface ReadingToKeep {
  readonly key: CaseKey;
  readonly delivery: Delivery;
  readonly result: Reading;
  /** Paths of files that are about somebody else. */
  readonly leftOut: ReadonlySet<string>;
  readonly patients: readonly PatientChoice[];
  readonly keeper: FileKeeper;
  readonly bytes: number;
  readonly at: Date;
}

/** With what the case has of its files already, as it is under the case's lock. */
export interface LookedUp extends ReadingToKeep {
  readonly known: ReadonlyMap<string, SameFile>;
}

/** What a delivery comes to, before it is written: each file in one place. */
export interface Kept {
  readonly records: readonly ClinicalRecord[];
  readonly studies: readonly StudyChange[];
  readonly files: readonly KeptFile[];
  /** Records by path, also where the case had the file already. */
  readonly recordsAt: ReadonlyMap<string, readonly string[]>;
  readonly duplicates: ReadonlySet<string>;
}

/** One transaction: all records of a delivery, their files, the word on each of its files, and the audit's row. Or nothing. */
export async function keepReading(services: Services, reading: ReadingToKeep): Promise<void> {
  const { key, delivery } = reading;
  const told = await services.open.database.transaction(async (transaction) => {
    if (!(await lockCase(transaction, key.caseId))) throw new Error("The case is gone");
    const found = { ...reading, known: await knownAmong(transaction, key, reading.keeper) };
    const single = recordsOfFiles(found);
    const studies = await recordsOfStudies(services, transaction, found);
    const kept = joined(single, studies);
    const outcomes = outcomesOf(reading, kept);
    const notRead = outcomes.filter(({ is }) => is === "not-read").length;
    const word: DeliveryReading = {
      outcomes,
      patients: [...reading.patients],
      bytes: reading.bytes,
      notUnderstood: notUnderstoodIn(reading),
      missing: await missingImages(transaction, found, kept),
    };
    const change = { state: "done", reading: word, kept: outcomes.length - notRead, notRead } as const;
    const from = { from: ["reading"], at: reading.at } as const;
    if (!(await changeDelivery(transaction, key, delivery.id, from, change)))
      throw new Error("The delivery was cancelled");
    await write(transaction, reading, kept);
    await audit(transaction, reading, kept, notRead);
    const records = [...kept.records, ...kept.studies.map(({ record }) => record)];
    return tellCame(transaction, { key, delivery, records }, { createId: services.createId, at: reading.at });
  });
  if (told > 0) await services.told();
}

/** Of a file about somebody else nothing is said but that. */
const notUnderstoodIn = ({ result, leftOut }: ReadingToKeep): DeliveryReading["notUnderstood"] =>
  result.notUnderstood
    .filter(({ path }) => !leftOut.has(path))
    .map(({ ids, written, ...what }) => ({
      ...what,
      ids: [...ids],
      ...(written && { written: [...written] }),
    }));

const joined = (one: Kept, other: Kept): Kept => ({
  records: [...one.records, ...other.records],
  studies: [...one.studies, ...other.studies],
  files: [...one.files, ...other.files],
  recordsAt: new Map([...one.recordsAt, ...other.recordsAt]),
  duplicates: new Set([...one.duplicates, ...other.duplicates]),
});

async function write(transaction: Database, { key, delivery, at }: ReadingToKeep, kept: Kept): Promise<void> {
  const { organisationId, caseId } = key;
  const { seatId, requestId, id: cameBy } = delivery;
  const of = { organisationId, caseId, seatId, at, importId: null, requestId };
  const studies = kept.studies.map(({ record }) => record);
  await insertRecords(transaction, key, storedRecords([...kept.records, ...studies], of));
  for (const { record, replaces, series } of kept.studies) {
    if (replaces !== undefined) {
      await replaceRecord(transaction, caseId, replaces, record.id);
      await moveFiles(transaction, key, replaces, record.id);
      await deleteSeriesOf(transaction, key, replaces);
    }
    await insertSeries(transaction, key, series);
  }
  await keepFiles(transaction, key, at, kept.files);
  await replaceEditions(transaction, { key, records: kept.records, seatId, cameBy });
}

const audit = (
  transaction: Database,
  { key, delivery, bytes }: ReadingToKeep,
  { records, studies, files }: Kept,
  notRead: number,
): Promise<void> =>
  recordAct(transaction, {
    organisationId: key.organisationId,
    caseId: key.caseId,
    personId: null,
    // What came through a request's answer place nobody with a seat added.
    seatId: delivery.requestId === null ? delivery.seatId : null,
    act: "record.added",
    subject: delivery.id,
    body: {
      records: records.length + studies.length,
      files: files.length,
      bytes,
      notRead,
      ...requestOf(delivery),
    },
  });

const requestOf = ({ requestId }: Delivery) => (requestId === null ? {} : { request: requestId });
