import {
  arrivalOf,
  type CaseKey,
  changeDelivery,
  deleteDeliveredFiles,
  type Delivery,
  deliveredFilesOf,
  findDelivery,
  recordAct,
} from "@consilium/database";
import type { SealedSpool } from "@consilium/record-files";
import { clearAway, type PutAway } from "../delivery/clear-away.ts";
import { startReading } from "../delivery/deliver.ts";
import { spoolFile, type SpoolingParts } from "../delivery/spool-file.ts";
import { ServerEnds } from "../jobs/server-ends.ts";
import type { Services } from "../services.ts";
import { isFor, maySeatAsk } from "./archive-access.ts";
import { ArchiveFailure, type ArchiveProblem, mayPass } from "./archive-problem.ts";
import type { Archive } from "./archive.ts";
import { fetchInstance } from "./fetch-instance.ts";
import { inTurns } from "./in-turns.ts";
import { type InstanceAddress, listInstances } from "./list-instances.ts";
import { PullSource } from "./pull-source.ts";

export interface PullParts extends PutAway {
  readonly spool: SpoolingParts["spool"] & Pick<SealedSpool, "discard">;
  readonly failed: (cause: unknown) => void;
}

export interface PullJob {
  readonly caseId: string;
  readonly id: string;
  readonly archive: Archive;
  /** It will not be tried again. */
  readonly isLast: boolean;
  /** Aborted by whoever cancels it, and by what goes wrong. */
  readonly stopping: AbortController;
}

/** Instances that are held in memory at once, one each. */
const atOnce = 3;
/** Bytes of one study: as of one upload. */
const mostBytes = 8 * 2 ** 30;
/** Milliseconds: a right that ends stops it within so long. */
const rhythm = 1000;

/** A delivery that is fetched, and from where. */
export interface PullOf {
  readonly key: CaseKey;
  readonly delivery: Delivery;
  readonly archive: Pick<Archive, "id">;
}

interface Pull extends PullOf, PullJob {
  readonly archive: Archive;
}

/**
 * A delivery that is to be fetched gets its files, and is read then as every other; or it fails with the reason, and nothing of it
 * stays. Rejects where it is to be tried again: what has come by then is not fetched twice.
 */
export async function fetchStudy(services: Services, parts: PullParts, job: PullJob): Promise<void> {
  const key = await services.keys.of(job.caseId);
  const delivery = await findDelivery(services.open.database, key, job.id);
  if (delivery?.state !== "arriving" || delivery.source === null) return;
  const pull = { ...job, key, delivery };
  if (!isFor(job.archive, delivery)) return endPull(services, parts, pull, "archive-removed");
  const stopWatching = watchRight(services, pull);
  try {
    await fetchAll(services, parts, pull);
    await startReading(services, pull, job.id);
  } catch (cause) {
    await settle(services, parts, pull, cause);
  } finally {
    stopWatching();
    await services.changed({ caseId: job.caseId, rights: false });
  }
}

/** Whether whoever asked for it still may, and whether it was cancelled, also at another server. Returns how to stop. */
function watchRight(services: Services, { key, delivery, stopping }: Pull): () => void {
  const { database } = services.open;
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      const now = await findDelivery(database, key, delivery.id);
      if (now?.state !== "arriving") stopping.abort(new Error("It was cancelled"));
      else if (!(await maySeatAsk(database, delivery, services.now())))
        stopping.abort(new ArchiveFailure("right-ended"));
    } catch (cause) {
      stopping.abort(cause);
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), rhythm);
  return () => clearInterval(timer);
}

async function fetchAll(services: Services, parts: PullParts, pull: Pull): Promise<void> {
  const { key, delivery, archive, stopping } = pull;
  const { signal } = stopping;
  const { database } = services.open;
  const { study } = PullSource.parse(delivery.source);
  const instances = await listInstances(archive, study, signal);
  const wanted = new Map(instances.map((one) => [pathOf(one), one]));
  const here = await keepWhole(parts, pull, wanted);
  const from = { from: ["arriving"], at: services.now() } as const;
  await changeDelivery(database, key, delivery.id, from, { expected: wanted.size });
  await services.changed({ caseId: key.caseId, rights: false });
  let { bytes } = here;
  const missing = [...wanted].filter(([path]) => !here.paths.has(path));
  await inTurns(missing, atOnce, stopping, async ([path, instance]) => {
    const content = await fetchInstance(archive, instance, signal);
    bytes += content.length;
    if (bytes > mostBytes) throw new ArchiveFailure("too-large");
    signal.throwIfAborted();
    await spoolFile({ services, spool: parts.spool }, { key, deliveryId: delivery.id, path }, content);
  });
  const arrival = (await arrivalOf(database, [delivery.id])).get(delivery.id);
  if (arrival?.arrived !== wanted.size || arrival.files !== wanted.size)
    throw new Error("Files of a fetched study are missing");
  await book(services, pull, "delivery.fetched", { files: wanted.size, bytes });
}

const pathOf = ({ series, instance }: InstanceAddress): string => `${series}/${instance}.dcm`;

/** What an earlier try has brought and is still wanted. The rest of it goes. */
async function keepWhole(
  { database, spool }: PullParts,
  { key, delivery }: Pull,
  wanted: ReadonlyMap<string, unknown>,
): Promise<{ readonly paths: ReadonlySet<string>; readonly bytes: number }> {
  const paths = new Set<string>();
  let sum = 0;
  for (const { id, path, bytes, arrivedAt } of await deliveredFilesOf(database, key, delivery.id)) {
    if (arrivedAt !== null && wanted.has(path) && !paths.has(path)) {
      paths.add(path);
      sum += bytes;
      continue;
    }
    await spool.discard(id);
    await deleteDeliveredFiles(database, [id]);
  }
  return { paths, bytes: sum };
}

/** Cancelled: nothing of it stays. What may pass: it is tried again, a few times. Else it has failed. */
async function settle(services: Services, parts: PullParts, pull: Pull, cause: unknown): Promise<void> {
  const { key, delivery, isLast } = pull;
  const { database } = services.open;
  const state = (await findDelivery(database, key, delivery.id))?.state;
  // Also where another server has ended it.
  if (state === "cancelled" || state === "failed") return clearAway(parts, key, delivery.id);
  const problem = cause instanceof ArchiveFailure ? cause.problem : undefined;
  const isPassing = problem === undefined || mayPass(problem);
  if (cause instanceof ServerEnds || (isPassing && !isLast)) throw cause;
  if (problem === undefined) parts.failed(cause);
  await endPull(services, parts, pull, problem);
}

/** It has failed, unless it is over already; `problem`: undefined where it is a fault of ours. */
export async function endPull(
  services: Services,
  parts: PutAway,
  { key, delivery, archive }: PullOf,
  problem: ArchiveProblem | undefined,
): Promise<void> {
  const from = { from: ["arriving"], at: services.now() } as const;
  const change = { state: "failed", ...(problem !== undefined && { problem }) } as const;
  if (!(await changeDelivery(services.open.database, key, delivery.id, from, change))) return;
  const body = { problem: problem ?? "internal" };
  await book(services, { key, delivery, archive }, "delivery.not-fetched", body);
  await clearAway(parts, key, delivery.id);
}

const book = (
  services: Services,
  { key, delivery, archive }: PullOf,
  act: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> =>
  recordAct(services.open.database, {
    organisationId: key.organisationId,
    caseId: key.caseId,
    personId: null,
    seatId: delivery.seatId,
    act,
    subject: delivery.id,
    body: { archive: archive.id, ...body },
  });
