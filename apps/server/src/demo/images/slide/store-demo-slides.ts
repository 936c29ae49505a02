import { createHash } from "node:crypto";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type ClinicalRecord, filesOfSlide, recordSchema } from "@consilium/clinical";
import {
  type CaseKey,
  findRecord,
  insertRecords,
  keepFiles,
  reserveFiles,
  type StoredRecord,
} from "@consilium/database";
import type { Day } from "@consilium/foundation";
import {
  openReadingProcess,
  readDelivery,
  type ReadingProcess,
  type StoreFile,
} from "@consilium/record-import";
import { storedRecords } from "../../../record/stored-records.ts";
import type { Services } from "../../../services.ts";
import { latestToday } from "../../dates.ts";
import { demoId } from "../../demo-id.ts";
import { type DemoCaseName, demoCaseNames, readDemoCase } from "../../read-content.ts";
import { type DemoSlide, demoSlides, slideRecord, slideRecordId } from "./demo-slides.ts";

export interface SlideWork {
  readonly name: DemoCaseName;
  readonly slide: DemoSlide;
  readonly today: Day;
}

const zone = "Europe/Stockholm";

/**
 * The slides of the demo cases, those that are not there yet: drawn in a thread of its own, and read by a reading
 * process as any other file that is handed over.
 */
export async function storeDemoSlides(services: Services, signal: AbortSignal): Promise<void> {
  const today = latestToday(services.now(), zone);
  const process = openReadingProcess();
  try {
    for (const name of demoCaseNames) {
      const caseId = demoId("case", readDemoCase(name, today).case.id);
      for (const slide of demoSlides[name] ?? []) {
        if (signal.aborted) return;
        const work = { name, slide, today };
        await storeSlide({ services, process, key: await services.keys.of(caseId), work, signal });
      }
    }
  } finally {
    process.close();
  }
}

interface Storing {
  readonly services: Services;
  readonly process: ReadingProcess;
  readonly key: CaseKey;
  readonly work: SlideWork;
  readonly signal: AbortSignal;
}

async function storeSlide(storing: Storing): Promise<void> {
  const { services, key, work, signal } = storing;
  const { database } = services.open;
  const find = (id: string) => findRecord(database, key, key.caseId, id);
  const report = await find(demoId("record", work.slide.reportId));
  if (!report || (await find(slideRecordId(work.slide)))) return;
  const file = await drawInThread(work, signal);
  const kept: string[] = [];
  try {
    const read = await readDrawn(storing, report, file, kept);
    const record = slideRecord(read, work.slide, recordSchema.parse(report.content));
    await fileSlide(services, key, report, record);
  } catch (cause) {
    await services.caseFiles.remove(kept);
    throw cause;
  }
  await services.changed({ caseId: key.caseId, rights: false });
}

/** `kept`: what was put away, for whoever has to take it back. */
async function readDrawn(
  { services, process, key, work: { slide }, signal }: Storing,
  { seatId, addedAt }: StoredRecord,
  file: Uint8Array,
  kept: string[],
): Promise<ClinicalRecord> {
  const path = `${slide.label}.tif`;
  const store: StoreFile = async ({ name }, content) => {
    const id = services.createId();
    if (name === path) return { id, ...(await factsOf(content)) };
    const { database } = services.open;
    await reserveFiles(database, key, { ids: [id], deliveryId: null, seatId, at: addedAt });
    kept.push(id);
    return { id, ...(await services.caseFiles.put(key, id, content, { signal })) };
  };
  const read = (offset: number, length: number) => Promise.resolve(file.subarray(offset, offset + length));
  const { records, outcomes } = await readDelivery([{ path, bytes: file.length, read }], {
    process,
    store,
    signal,
    now: services.now,
    createId: services.createId,
  });
  const [record] = records;
  if (!record) throw new Error(`A drawn slide cannot be read: ${outcomes[0]?.reason ?? "no outcome"}`);
  return record;
}

/** Of what is not kept. */
async function factsOf(content: AsyncIterable<Uint8Array>) {
  const digest = createHash("sha256");
  let bytes = 0;
  for await (const piece of content) {
    digest.update(piece);
    bytes += piece.length;
  }
  return { sha256: digest.digest("hex"), bytes };
}

async function fileSlide(
  { open }: Services,
  key: CaseKey,
  { seatId, addedAt: at }: StoredRecord,
  record: ClinicalRecord,
): Promise<void> {
  if (record.kind !== "slide") throw new Error("What was drawn is no slide");
  const { organisationId, caseId } = key;
  await open.database.transaction(async (transaction) => {
    const of = { organisationId, caseId, seatId, at, importId: null };
    await insertRecords(transaction, key, storedRecords([record], of));
    const files = filesOfSlide(record.content);
    await keepFiles(
      transaction,
      key,
      at,
      files.map((file) => ({ recordId: record.id, file })),
    );
  });
}

async function drawInThread(work: SlideWork, signal: AbortSignal): Promise<Uint8Array> {
  const thread = new Worker(new URL("slide-thread.ts", import.meta.url), { workerData: work });
  try {
    // What `slide-thread.ts` posts.
    const [file]: Uint8Array[] = await once(thread, "message", { signal });
    if (!file) throw new Error("No slide was drawn");
    return file;
  } finally {
    await thread.terminate();
  }
}
