import { once } from "node:events";
import { Worker } from "node:worker_threads";
import {
  type CaseKey,
  type Database,
  findRecord,
  insertRecords,
  insertSeries,
  keepFiles,
  reserveFiles,
  type StoredRecord,
} from "@consilium/database";
import { createUlid, type Day, secureRandom } from "@consilium/foundation";
import {
  type DicomInstance,
  type FiledInstance,
  type StudiedRecord,
  studiesOf,
} from "@consilium/interchange";
import { seriesRows, studiesOfCase } from "../../dicomweb/series-index.ts";
import { storedRecords } from "../../record/stored-records.ts";
import type { Services } from "../../services.ts";
import { latestToday } from "../dates.ts";
import { demoId } from "../demo-id.ts";
import { type DemoCaseName, demoCaseNames, readDemoCase } from "../read-content.ts";
import { drawDemoImages } from "./demo-images.ts";

export interface ImageWork {
  readonly name: DemoCaseName;
  readonly recordId: string;
  readonly today: Day;
}

export interface DrawnImage {
  readonly path: string;
  readonly instance: DicomInstance;
  readonly stored: Uint8Array;
}

const zone = "Europe/Stockholm";

/**
 * The images of the demo cases, drawn and filed beside their reports, those that are not there yet. It takes some ten seconds,
 * in a thread of its own, after the server serves; each study is there as a whole or not.
 */
export async function storeDemoImages(services: Services, signal: AbortSignal): Promise<void> {
  const today = latestToday(services.now(), zone);
  for (const name of demoCaseNames) {
    const content = readDemoCase(name, today);
    const caseId = demoId("case", content.case.id);
    const key = await services.keys.of(caseId);
    const there = new Set((await studiesOfCase(services.open.database, key)).map(({ studyUid }) => studyUid));
    for (const { recordId, studyUid } of drawDemoImages(name, content, today)) {
      if (signal.aborted) return;
      if (there.has(studyUid)) continue;
      const report = await findRecord(services.open.database, key, caseId, demoId("record", recordId));
      if (report) await storeStudy(services, key, report, { name, recordId, today }, signal);
    }
  }
}

async function storeStudy(
  services: Services,
  key: CaseKey,
  report: StoredRecord,
  work: ImageWork,
  signal: AbortSignal,
): Promise<void> {
  const stored = await putAway(services, key, report, work, signal);
  const createId = () => createUlid(report.addedAt.getTime(), secureRandom);
  const { records } = studiesOf(
    stored.map(({ filed }) => filed),
    { createId },
  );
  await services.open.database.transaction(async (transaction) => {
    for (const study of records) await fileStudy(services, transaction, key, { report, study, stored });
  });
  await services.changed({ caseId: key.caseId, rights: false });
}

interface PutAway {
  readonly filed: FiledInstance;
  readonly name: string;
}

/** Drawn, sealed and put away, one after the other. What breaks off leaves nothing. */
async function putAway(
  { open, createId, caseFiles }: Services,
  key: CaseKey,
  { seatId, addedAt }: StoredRecord,
  work: ImageWork,
  signal: AbortSignal,
): Promise<readonly PutAway[]> {
  const all: PutAway[] = [];
  try {
    for await (const { path, instance, stored } of drawInThread(work, signal)) {
      const id = createId();
      await reserveFiles(open.database, key, { ids: [id], deliveryId: null, seatId, at: addedAt });
      const { sha256, bytes } = await caseFiles.put(key, id, [stored], { signal });
      const name = path.slice(path.lastIndexOf("/") + 1);
      all.push({ filed: { instance, fileId: id, sha256, bytes }, name });
    }
    return all;
  } catch (cause) {
    await caseFiles.remove(all.map(({ filed }) => filed.fileId));
    throw cause;
  }
}

interface Filing {
  readonly report: StoredRecord;
  readonly study: StudiedRecord;
  readonly stored: readonly PutAway[];
}

async function fileStudy(
  { createId }: Services,
  transaction: Database,
  key: CaseKey,
  { report: { seatId, addedAt: at }, study: { record, series, fileIds }, stored }: Filing,
): Promise<void> {
  const { organisationId, caseId } = key;
  const of = { organisationId, caseId, seatId, at, importId: null };
  await insertRecords(transaction, key, storedRecords([record], of));
  await insertSeries(transaction, key, seriesRows(record.id, series, createId));
  const files = stored
    .filter(({ filed }) => fileIds.includes(filed.fileId))
    .map(({ filed: { fileId: id, sha256, bytes }, name }) => ({
      recordId: record.id,
      file: { id, name, mediaType: "application/dicom", bytes, sha256 },
    }));
  await keepFiles(transaction, key, at, files);
}

/** One image is in memory at a time. */
async function* drawInThread(work: ImageWork, signal: AbortSignal): AsyncGenerator<DrawnImage> {
  const thread = new Worker(new URL("image-thread.ts", import.meta.url), { workerData: work });
  try {
    for (;;) {
      // A port between threads has no origin.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      thread.postMessage("next");
      // What `image-thread.ts` posts.
      const [image]: (DrawnImage | null)[] = await once(thread, "message", { signal });
      if (!image) return;
      yield image;
    }
  } finally {
    await thread.terminate();
  }
}
