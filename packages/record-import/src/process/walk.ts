import { ArchiveRefusal, type Member, unpacksTooMuch } from "../archive/archive.ts";
import { gzipMembers } from "../archive/gzip.ts";
import { junkReason } from "../archive/junk.ts";
import { tellApart } from "../archive/member-path.ts";
import { tarMembers } from "../archive/tar.ts";
import { zipMembers } from "../archive/zip.ts";
import { nameOf } from "../file-name.ts";
import { type FileReading, ignored, notRead } from "../file-reading.ts";
import type { Desk, Reader } from "../readers/reader.ts";
import { unreadReason } from "../readers/unread-reason.ts";
import type { OutcomeReason } from "../reasons.ts";
import type { FileKind } from "../sniff/file-kind.ts";
import { sniff } from "../sniff/sniff.ts";
import type { Source } from "../source.ts";
import type { Go } from "./protocol.ts";
import { withOriginal } from "./with-original.ts";

export interface Walk {
  readonly readers: readonly Reader[];
  readonly desk: Desk;
  readonly begin: (path: string, bytes: number) => Promise<Go>;
  readonly settle: (path: string, reading: FileReading) => void;
  readonly fault: (path: string, error: unknown) => void;
}

/** Thrown through all archives that are open: nothing more of this delivered file is read. */
class Stopped extends Error {
  readonly reason: OutcomeReason;
  constructor(reason: OutcomeReason) {
    super(reason);
    this.reason = reason;
  }
}

interface Visited {
  readonly path: string;
  readonly bytes: number;
  readonly refusal: OutcomeReason | null;
  readonly open: () => Promise<Source>;
  /** Archives that it lies in. */
  readonly depth: number;
}

/** Reads one delivered file and, where it is an archive, everything in it. */
export async function walkFile(path: string, source: Source, walk: Walk): Promise<void> {
  try {
    const open = () => Promise.resolve(source);
    await visit({ path, bytes: source.bytes, refusal: null, open, depth: 0 }, walk);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
}

async function visit(file: Visited, walk: Walk): Promise<void> {
  const answer = await walk.begin(file.path, file.bytes);
  if (answer.go === "stop") throw new Stopped(answer.reason);
  if (answer.go === "skip") return;
  walk.settle(file.path, await readingOf(file, walk));
}

async function readingOf(file: Visited, walk: Walk): Promise<FileReading> {
  const junk = junkReason(file.path);
  if (junk !== null) return ignored(junk);
  if (file.refusal !== null) return notRead(file.refusal);
  try {
    const source = await file.open();
    return await readContent(file, source, await sniff(source), walk);
  } catch (error) {
    if (error instanceof ArchiveRefusal) return notRead(error.reason);
    // Stopped in an archive within this file, which has its outcome already.
    if (error instanceof Stopped) throw error;
    walk.fault(file.path, error);
    return notRead("reader-crashed");
  }
}

async function readContent(file: Visited, source: Source, kind: FileKind, walk: Walk): Promise<FileReading> {
  const members = membersOf(file.path, source, kind, walk.desk.limits);
  if (members !== null) {
    if (file.depth >= walk.desk.limits.depth) return notRead("archive-too-deep");
    return readMembers(file, source, members, walk);
  }
  const inHand = { path: file.path, name: nameOf(file.path), source, kind };
  const reader = walk.readers.find(({ takes }) => takes(inHand));
  if (!reader) return unreadReason(kind);
  return withOriginal(await reader.read(inHand, walk.desk), inHand, walk.desk);
}

function membersOf(
  path: string,
  source: Source,
  { kind }: FileKind,
  limits: Desk["limits"],
): AsyncGenerator<Member> | null {
  if (kind === "zip") return zipMembers(source, limits);
  if (kind === "tar") return tarMembers(source, limits, null);
  return kind === "gzip" ? gzipMembers(source, limits, path) : null;
}

async function readMembers(
  archive: Visited,
  source: Source,
  members: AsyncGenerator<Member>,
  walk: Walk,
): Promise<FileReading> {
  const taken = new Set<string>();
  let unpacked = 0;
  try {
    for await (const member of members) {
      if (member.refusal === null) unpacked += member.bytes;
      // Entries that share their bytes: each is small, all of them are not.
      if (unpacksTooMuch(unpacked, source.bytes, walk.desk.limits))
        throw new ArchiveRefusal("unpacks-too-much");
      const path = `${archive.path}/${tellApart(member.path, taken)}`;
      await visit({ ...member, path, depth: archive.depth + 1 }, walk);
    }
    return { is: "unpacked", reason: null };
  } catch (error) {
    if (error instanceof ArchiveRefusal) return { is: "unpacked", reason: error.reason };
    if (error instanceof Stopped) walk.settle(archive.path, { is: "unpacked", reason: error.reason });
    throw error;
  }
}
