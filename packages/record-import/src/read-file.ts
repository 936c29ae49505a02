import { type ClinicalRecord, recordSchema } from "@consilium/clinical";
import type { DeliveredFile } from "./delivery-reading.ts";
import { type FileReading, type Kept, notRead } from "./file-reading.ts";
import type { ReadingLimits } from "./limits.ts";
import type { Host } from "./process/conversation.ts";
import type { Death } from "./process/death.ts";
import type { StoreFile } from "./process/incoming.ts";
import type { Go, KeptFile } from "./process/protocol.ts";
import type { ReadingProcess } from "./process/reading-process.ts";
import type { OutcomeReason } from "./reasons.ts";
import type { Settled } from "./settled.ts";
import { areStored, filesOfPart, filesOfRecord } from "./stored-in.ts";

/** What one delivery has taken so far of what it may take. */
export interface Account {
  /** Of archives. */
  members: number;
  unpacked: number;
  readonly stored: Map<string, KeptFile>;
}

export interface ReadFileOptions {
  readonly process: ReadingProcess;
  readonly account: Account;
  readonly store: StoreFile;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onBegin: (path: string) => void;
  readonly onSettled: (path: string) => void;
  readonly fault: (path: string, trace: string) => void;
}

/** A file that was come upon; `reading` is null until it has its outcome. */
interface Come {
  readonly path: string;
  readonly bytes: number;
  reading: FileReading | null;
  deaths: number;
}

/**
 * Reads one delivered file with all that is in it, through the deaths of the reading process: what a process dies over
 * is tried once more in a fresh one, then said, and the rest goes on.
 */
export async function readFile(file: DeliveredFile, options: ReadFileOptions): Promise<readonly Settled[]> {
  const { process, signal, now } = options;
  const come = new Map<string, Come>();
  const host = hostOf(file, come, options);
  for (let deaths = 1; ; deaths += 1) {
    const ending = await process.read({ path: file.path, now: now() }, host, signal);
    if (ending.how === "done") break;
    if (come.size === 0 && deaths > 1) throw new Error(`The reading process does not start: ${ending.of}`);
    if (come.size > 0 && !survive(come, ending.of, deaths > process.limits.deaths, options)) break;
  }
  return Array.from(come.values(), ({ path, bytes, reading }) => ({
    path,
    bytes,
    reading: reading ?? notRead("reader-crashed"),
  }));
}

/** True where it is worth another process. What was begun last and has no outcome is what it died over. */
function survive(
  come: ReadonlyMap<string, Come>,
  death: Death,
  isLast: boolean,
  options: ReadFileOptions,
): boolean {
  const all = Array.from(come.values());
  const open = all.filter(({ reading }) => reading === null);
  const over = open.at(-1);
  if (over === undefined) return false;
  over.deaths += 1;
  const settle = (one: Come, reason: OutcomeReason) => {
    const isArchive = all.some(({ path }) => path.startsWith(`${one.path}/`));
    one.reading = isArchive ? { is: "unpacked", reason } : notRead(reason);
    options.onSettled(one.path);
  };
  if (over.deaths > 1 || isLast) settle(over, death);
  if (isLast) for (const one of open.slice(0, -1)) settle(one, "too-much-failed");
  return open.some(({ reading }) => reading === null);
}

function hostOf(file: DeliveredFile, come: Map<string, Come>, options: ReadFileOptions): Host {
  const { account, fault } = options;
  return {
    source: file,
    fault,
    store: async (named, content) => {
      const kept = await options.store(named, content);
      account.stored.set(kept.id, kept);
      return kept;
    },
    begin: (path, bytes) => begin(file, come, { path, bytes }, options),
    settle: (path, reading) => {
      const one = come.get(path);
      if (one === undefined || one.reading !== null) return;
      one.reading = trusted(reading, account.stored);
      options.onSettled(path);
    },
  };
}

function begin(
  file: DeliveredFile,
  come: Map<string, Come>,
  { path, bytes }: { readonly path: string; readonly bytes: number },
  { account, process: { limits }, onBegin, onSettled }: ReadFileOptions,
): Go {
  const known = come.get(path);
  if (known !== undefined) return { go: known.reading === null ? "read" : "skip" };
  const isMember = path !== file.path;
  if (isMember && !path.startsWith(`${file.path}/`)) return { go: "skip" };
  const over = isMember ? overLimit(account, bytes, limits) : null;
  come.set(path, { path, bytes, reading: over && notRead(over), deaths: 0 });
  onBegin(path);
  if (over === null) return { go: "read" };
  onSettled(path);
  return { go: "stop", reason: over };
}

/** Counts a member of an archive, or says which limit it would break. */
function overLimit(account: Account, bytes: number, limits: ReadingLimits): OutcomeReason | null {
  if (account.members >= limits.files) return "too-many-files";
  if (account.unpacked + bytes > limits.unpacked) return "unpacks-too-large";
  account.members += 1;
  account.unpacked += bytes;
  return null;
}

/** Records as the schema of records has them, with files that were stored for them; else nothing is believed. */
function trusted(reading: FileReading, stored: ReadonlyMap<string, KeptFile>): FileReading {
  if (reading.is !== "kept") return reading;
  const records = recordSchema.array().safeParse(reading.records);
  if (!records.success || records.data.some(isOfStudy)) return notRead("reader-crashed");
  const files = [...records.data.flatMap(filesOfRecord), ...partFiles(reading)];
  return areStored(files, stored) ? { ...reading, records: records.data } : notRead("reader-crashed");
}

/** A slide of DICOM is made where studies are, never of one file. */
const isOfStudy = (record: ClinicalRecord): boolean =>
  record.kind === "slide" && "levels" in record.content.tiles;

const partFiles = ({ part, original }: Kept) => [
  ...(part === null ? [] : filesOfPart(part)),
  ...(original === null ? [] : [original]),
];
