import type { ClinicalRecord } from "@consilium/clinical";
import type { DeliveredFile, DeliveryReading, FoundPatient, Outcome } from "./delivery-reading.ts";
import { ignored, type NamedPatient, notRead } from "./file-reading.ts";
import { gather } from "./gather.ts";
import { headFirst, type HeadFirst } from "./head-first.ts";
import type { StoreFile } from "./process/incoming.ts";
import type { ReadingProcess } from "./process/reading-process.ts";
import { type Account, readFile } from "./read-file.ts";
import type { Settled } from "./settled.ts";

export interface ReadDeliveryOptions {
  readonly process: ReadingProcess;
  /**
   * Keeps what a record needs: bytes that come in pieces of at most 1 MiB. What is kept of a file that could not be
   * read after all is named by no record; whoever keeps it takes it away.
   */
  readonly store: StoreFile;
  /** Files and members that have their outcome, and that are known of so far. */
  readonly progress?: (at: { readonly read: number; readonly total: number; readonly path: string }) => void;
  /** Faults of the program, for the log: a path and where in the program, nothing of what files hold. */
  readonly fault?: (path: string, trace: string) => void;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** A new ULID each time: of each record, in their order. */
  readonly createId: () => string;
}

/**
 * Reads files of one delivery together. What they hold never makes it reject: it does where `store` or a file's own
 * `read` fails, and with the signal's reason where it is stopped.
 */
export async function readDelivery(
  files: readonly DeliveredFile[],
  options: ReadDeliveryOptions,
): Promise<DeliveryReading> {
  const account: Account = { members: 0, unpacked: 0, stored: new Map() };
  const settled: Settled[] = [];
  let total = files.length;
  let read = 0;
  for (const [file, next] of withNext(files)) {
    // While this one is read, the beginning of the next is fetched.
    next?.fetch();
    const found = await readFile(file, {
      ...options,
      account,
      fault: options.fault ?? (() => undefined),
      onBegin: (path) => {
        // The delivered files were counted from the start.
        if (path !== file.path) total += 1;
      },
      onSettled: (path) => {
        read += 1;
        options.progress?.({ read, total, path });
      },
    });
    settled.push(...found);
  }
  return assemble(settled, options.createId);
}

type Headed = DeliveredFile & HeadFirst;

/** Each with the one behind it. Only these two hold their beginnings. */
function* withNext(files: readonly DeliveredFile[]): Generator<readonly [Headed, Headed | undefined]> {
  const headed = (place: number): Headed | undefined => {
    const file = files[place];
    return file && { path: file.path, ...headFirst(file) };
  };
  let current = headed(0);
  for (let place = 1; current !== undefined; place += 1) {
    const next = headed(place);
    yield [current, next];
    current = next;
  }
}

function assemble(settled: readonly Settled[], createId: () => string): DeliveryReading {
  const kept = settled.flatMap(({ path, reading }) => (reading.is === "kept" ? [{ path, ...reading }] : []));
  const whole = kept.flatMap(({ path, records }) =>
    records.map((record): { record: ClinicalRecord; paths: readonly string[] } => ({
      record: { ...record, id: createId() },
      paths: [path],
    })),
  );
  const parts = kept.flatMap(({ path, part }) => (part === null ? [] : [{ path, part }]));
  const told = withoutDirectories(settled);
  const all = [...whole, ...gather(parts, createId)];
  const idsOf = Map.groupBy(
    all.flatMap(({ record, paths }) => paths.map((path) => ({ path, id: record.id }))),
    ({ path }) => path,
  );
  return {
    outcomes: told.map((one, place) =>
      outcomeOf(one, membersOf(place, told), (path) => idsOf.get(path)?.map(({ id }) => id) ?? []),
    ),
    records: all.map(({ record }) => record),
    notUnderstood: kept.flatMap(({ path, notUnderstood }) =>
      notUnderstood.map((what) => ({ ...what, path })),
    ),
    patients: patientsOf(kept),
    originals: kept.flatMap(({ path, original }) => (original === null ? [] : [{ path, file: original }])),
    instances: parts.flatMap(({ path, part }) =>
      part.kind === "instance" ? [{ path, filed: part.filed, file: part.file }] : [],
    ),
    directories: parts.flatMap(({ path, part }) =>
      part.kind === "directory" ? [{ path, listed: part.listed }] : [],
    ),
  };
}

const partOf = ({ reading }: Settled) => (reading.is === "kept" ? reading.part?.kind : undefined);

/** An index of a disc is nothing of a patient. Whoever hands over it alone is told that the images are not in it. */
function withoutDirectories(settled: readonly Settled[]): readonly Settled[] {
  const hasInstances = settled.some((one) => partOf(one) === "instance");
  const said = hasInstances ? ignored("dicom-directory") : notRead("dicom-directory");
  return settled.map((one) => (partOf(one) === "directory" ? { ...one, reading: said } : one));
}

/** What stands behind an archive is what lies in it, until something does not. */
function membersOf(place: number, settled: readonly Settled[]): readonly Settled[] {
  const archive = settled[place];
  if (archive?.reading.is !== "unpacked") return [];
  let end = place + 1;
  while (settled[end]?.path.startsWith(`${archive.path}/`)) end += 1;
  return settled.slice(place + 1, end);
}

function outcomeOf(
  { path, bytes, reading }: Settled,
  members: readonly Settled[],
  recordsOf: (path: string) => readonly string[],
): Outcome {
  const { is, reason } = reading;
  if (is !== "unpacked") return { path, bytes, is, reason, records: recordsOf(path) };
  const isKept = members.some((member) => member.reading.is === "kept");
  return {
    path,
    bytes,
    is: isKept ? "kept" : "not-read",
    reason: reason ?? (isKept ? null : "nothing-in-it"),
    records: [...new Set(members.flatMap((member) => recordsOf(member.path)))],
  };
}

/** The same name with the same date of birth is the same person here; whether it is in truth, a person says. */
function patientsOf(
  kept: readonly { readonly path: string; readonly patients: readonly NamedPatient[] }[],
): readonly FoundPatient[] {
  const named = kept.flatMap(({ path, patients }) => patients.map((patient) => ({ path, ...patient })));
  return Array.from(
    Map.groupBy(named, ({ name, birthDate }) => JSON.stringify([name, birthDate])).values(),
    (mentions) => ({
      name: mentions[0]?.name ?? "",
      birthDate: mentions[0]?.birthDate ?? null,
      paths: [...new Set(mentions.map(({ path }) => path))],
    }),
  );
}
