import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type CaseKeys, caseOfUpload, type OpenDatabase, spoolKeyOf } from "@consilium/database";
import { createUlid, isUlid, secureRandom, systemClock } from "@consilium/foundation";
import {
  type BlobStore,
  openDiskStore,
  openS3Store,
  openSpool,
  type SealedSpool,
} from "@consilium/record-files";
import { openReadingProcess } from "@consilium/record-import";
import { createReadBook, type ReadBook } from "./api/read-book.ts";
import { createPullDesk, type PullDesk } from "./archive/pull-desk.ts";
import type { Configuration } from "./configuration.ts";
import { createDeliveryDesk, type DeliveryDesk } from "./delivery/delivery-desk.ts";
import { type CaseFiles, createCaseFiles } from "./file/case-files.ts";
import { removeErasedFiles } from "./file/remove-erased-files.ts";
import type { Jobs } from "./jobs/open-jobs.ts";
import { keepSecret } from "./kept-secret.ts";

/** What files need on their way to becoming records, and afterwards. */
export interface RecordRooms {
  readonly desk: DeliveryDesk;
  readonly pulls: PullDesk;
  readonly caseFiles: CaseFiles;
  readonly readBook: ReadBook;
  readonly spool: SealedSpool;
  /** Nothing new is begun. What runs is told that the server ends. */
  readonly stop: () => Promise<void>;
  /** Once no job runs any more. */
  readonly close: () => Promise<void>;
}

const hour = 3_600_000;
/** A put that began so long ago was killed. */
const longestPut = 24 * hour;

/** The store of sealed files, the spool that they arrive in, the process that reads them; `jobs` say when. */
export async function openRecordRooms(
  { dataFolder, blobs, archives }: Pick<Configuration, "dataFolder" | "blobs" | "archives">,
  open: OpenDatabase,
  keys: CaseKeys,
  jobs: Jobs,
  failed: (cause: unknown) => void,
): Promise<RecordRooms> {
  const { database } = open;
  mkdirSync(dataFolder, { recursive: true });
  const store = await openStore(dataFolder, blobs, failed);
  const caseFiles = createCaseFiles(store);
  const keyOf = async (id: string): Promise<Buffer | undefined> => {
    const key = await spoolKeyOf(database, keys.of, id);
    return key === undefined ? undefined : Buffer.from(key, "base64");
  };
  const spool = await openSpool({ folder: join(dataFolder, "spool"), keyOf, clock: systemClock });
  const process = openReadingProcess();
  const place = placeOf(dataFolder);
  const putAway = { place, jobs, database, caseFiles, spool, failed };
  const pulls = createPullDesk({ ...putAway, archives });
  const desk = createDeliveryDesk({ ...putAway, process, stopFetching: pulls.stop });
  const readBook = createReadBook(database, failed);
  const erasing = () => removeErasedFiles({ database, keys, caseFiles, spool, place }).catch(failed);
  // A process that was killed meanwhile left the rest to the next one.
  void erasing();
  const sweeping = setInterval(() => {
    void sweep(store, spool, database).catch(failed);
    void erasing();
  }, hour);
  sweeping.unref();
  const stop = async () => {
    clearInterval(sweeping);
    pulls.close();
    await desk.close();
  };
  const close = async () => {
    process.close();
    await readBook.close();
  };
  return { desk, pulls, caseFiles, readBook, spool, stop, close };
}

async function openStore(
  dataFolder: string,
  blobs: Configuration["blobs"],
  failed: (cause: unknown) => void,
): Promise<BlobStore> {
  if (blobs.kind === "disk") return openDiskStore({ folder: join(dataFolder, "files"), clock: systemClock });
  const { endpoint, region, bucket, credentials, pathStyle } = blobs;
  const settings = {
    region,
    bucket,
    pathStyle,
    ...(endpoint && { endpoint }),
    ...(credentials && { credentials }),
  };
  const store = await openS3Store(settings, { clock: systemClock });
  const health = await store.probe();
  // A store that does not answer now may in a minute; whoever needs it is told then.
  if (!health.works) failed(health.cause);
  return store;
}

/** What killed processes left, and uploads that nobody goes on with. */
async function sweep(
  store: BlobStore,
  spool: SealedSpool,
  database: OpenDatabase["database"],
): Promise<void> {
  await store.sweep(new Date(systemClock().getTime() - longestPut));
  await spool.removeAbandoned(async (id) => (await caseOfUpload(database, id)) !== undefined);
}

const createPlace = (): string => createUlid(Date.now(), secureRandom);

/** Names this data folder: what arrived in it is read by whoever serves from it. */
function placeOf(dataFolder: string): string {
  const kept = keepSecret(join(dataFolder, "place"), createPlace, isUlid);
  if (!kept.ok) throw new Error(`The file "place" in ${dataFolder} is ${kept.problem}.`);
  return kept.value;
}
