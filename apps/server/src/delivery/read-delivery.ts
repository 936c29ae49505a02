import {
  caseDetailsOf,
  type CaseKey,
  changeDelivery,
  type Delivery,
  deliveredFilesOf,
  findCase,
  findDelivery,
} from "@consilium/database";
import type { SealedSpool } from "@consilium/record-files";
import {
  type DeliveredFile,
  type DeliveryReading,
  readDelivery as readFiles,
  type ReadingProcess,
} from "@consilium/record-import";
import { ServerEnds } from "../jobs/server-ends.ts";
import type { Services } from "../services.ts";
import { choosePatients } from "./choose-patients.ts";
import { clearAway, type PutAway, takeBack } from "./clear-away.ts";
import { createFileKeeper } from "./keep-files.ts";
import { keepReading } from "./keep-reading.ts";
import { reportProgress } from "./report-progress.ts";
import { tellAsking } from "./tell-came.ts";

export interface ReadingParts extends PutAway {
  readonly spool: Pick<SealedSpool, "discard" | "readRange">;
  readonly process: ReadingProcess;
  readonly failed: (cause: unknown) => void;
}

export interface ReadingJob {
  readonly caseId: string;
  readonly id: string;
  /** It will not be tried again. */
  readonly isLast: boolean;
  readonly signal: AbortSignal;
}

const open = ["waiting", "reading"] as const;

/**
 * A delivery that waits becomes records, all of them at once, or a question, or nothing. It may be begun again at any moment:
 * what an earlier attempt put away is taken back first.
 */
export async function readDelivery(services: Services, parts: ReadingParts, job: ReadingJob): Promise<void> {
  const key = await services.keys.of(job.caseId);
  const { database } = services.open;
  const at = services.now();
  const change = { state: "reading", read: 0, total: 0 } as const;
  if (!(await changeDelivery(database, key, job.id, { from: open, at }, change))) return;
  await takeBack(parts, job.id);
  const delivery = await findDelivery(database, key, job.id);
  if (!delivery) return;
  try {
    await readAndKeep(services, parts, { job, key, delivery });
  } catch (cause) {
    await giveUp(services, parts, key, job);
    if (!job.signal.aborted) throw cause;
  } finally {
    await services.changed({ caseId: job.caseId, rights: false });
  }
}

interface Reading {
  readonly job: ReadingJob;
  readonly key: CaseKey;
  readonly delivery: Delivery;
}

async function readAndKeep(services: Services, parts: ReadingParts, reading: Reading): Promise<void> {
  const { job, key, delivery } = reading;
  const { files, result, keeper } = await readAll(services, parts, reading);
  const row = await findCase(services.open.database, key.caseId);
  if (!row) throw new Error("The case of a delivery is not there");
  const chosen = choosePatients(result, caseDetailsOf(key, row).patient, delivery.taken);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const at = services.now();
  if (chosen.asks) {
    const question = { outcomes: [], patients: chosen.patients, bytes, notUnderstood: [], missing: [] };
    await takeBack(parts, job.id);
    const change = { state: "asking", reading: question } as const;
    const told = await services.open.database.transaction(async (transaction) => {
      const isAsked = await changeDelivery(transaction, key, job.id, { from: open, at }, change);
      return isAsked ? tellAsking(transaction, { key, delivery }, { createId: services.createId, at }) : 0;
    });
    if (told > 0) await services.told();
    return;
  }
  await keepReading(services, {
    key,
    delivery,
    result,
    leftOut: chosen.leftOut,
    patients: chosen.patients,
    keeper,
    bytes,
    at,
  });
  await clearAway(parts, key, job.id);
}

async function readAll(services: Services, parts: ReadingParts, { job, key, delivery }: Reading) {
  const all = await deliveredFilesOf(services.open.database, key, job.id);
  // An announcement whose answer never came is announced again: the first of the two stays empty.
  const arrived = all.filter(({ arrivedAt }) => arrivedAt !== null);
  const files = arrived.map(({ id, path, bytes }): DeliveredFile => ({
    path,
    bytes,
    read: (offset, length) => parts.spool.readRange(id, offset, length),
  }));
  const keeper = createFileKeeper(services, { key, delivery, signal: job.signal });
  const progress = reportProgress(services, key, job.id);
  const reading = readFiles(files, {
    process: parts.process,
    store: keeper.store,
    progress: progress.at,
    fault: (path, trace) =>
      parts.failed(new Error(`A reader failed on a file: ${trace}`, { cause: path.length })),
    signal: job.signal,
    now: services.now,
    createId: services.createId,
  });
  try {
    const result: DeliveryReading = await reading;
    return { files, result, keeper };
  } finally {
    // What comes next keeps what was put away, or takes it back: nothing may still be on its way then.
    await keeper.settled();
    await progress.settled();
  }
}

/** Cancelled: nothing of it stays. Stopped by the server's end or a fault: it waits to be begun again, a few times. */
async function giveUp(services: Services, parts: ReadingParts, key: CaseKey, job: ReadingJob): Promise<void> {
  const { database } = services.open;
  const state = (await findDelivery(database, key, job.id))?.state;
  if (state === "cancelled") return clearAway(parts, key, job.id);
  await takeBack(parts, job.id);
  const isOver = job.isLast && !(job.signal.reason instanceof ServerEnds);
  const change = { state: isOver ? "failed" : "waiting" } as const;
  await changeDelivery(database, key, job.id, { from: open, at: services.now() }, change);
  if (isOver) await clearAway(parts, key, job.id);
}
