import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from "yauzl";
import type { OutcomeReason } from "../reasons.ts";
import { memorySource, piecesOf, readInWindows, type Source, sourceWithin } from "../source.ts";
import { type ArchiveLimits, ArchiveRefusal, collect, type Member, unpacksTooMuch } from "./archive.ts";
import { memberPath } from "./member-path.ts";

class SourceReader extends RandomAccessReader {
  private readonly source: Source;
  constructor(source: Source) {
    super();
    this.source = source;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(piecesOf(this.source, start, Math.min(end, this.source.bytes)), {
      objectMode: false,
    });
  }
}

const reasonOf = (error: unknown): OutcomeReason =>
  error instanceof Error && error.message.includes("encryption") ? "archive-protected" : "archive-damaged";

/** Names are judged here, one by one: yauzl would refuse the whole archive for one bad name. */
const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: true };

const opened = (source: Source): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromRandomAccessReader(new SourceReader(source), source.bytes, options, (error, file) =>
      error === null ? resolve(file) : reject(new ArchiveRefusal(reasonOf(error))),
    );
  });

const nextEntry = (file: ZipFile): Promise<Entry | null> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void) => () => {
      file.removeAllListeners("entry").removeAllListeners("end").removeAllListeners("error");
      act();
    };
    file.once("entry", (entry: Entry) => settle(() => resolve(entry))());
    file.once(
      "end",
      settle(() => resolve(null)),
    );
    file.once("error", (error) => settle(() => reject(new ArchiveRefusal(reasonOf(error))))());
    file.readEntry();
  });

const streamOf = (file: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) =>
      error === null ? resolve(stream) : reject(new ArchiveRefusal("archive-damaged")),
    );
  });

/** UTF-8 where it is that, flagged or not: macOS does not flag it. Else as DOS wrote it, as far as letters go. */
function written(entry: Entry): string {
  const bytes: unknown = entry.fileName;
  if (!(bytes instanceof Uint8Array)) return String(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const unixKind = (entry: Entry): number => (entry.externalFileAttributes >>> 16) & 0o170000;
const kinds = { none: 0, file: 0o100000, folder: 0o040000, link: 0o120000 } as const;
const isUnix = (entry: Entry): boolean => entry.versionMadeBy >> 8 === 3;

const stored = 0;
const deflated = 8;

function refusalOf(entry: Entry, limits: ArchiveLimits): OutcomeReason | null {
  if (isUnix(entry)) {
    const kind = unixKind(entry);
    if (kind === kinds.link) return "link-not-followed";
    if (kind !== kinds.none && kind !== kinds.file) return "device-not-read";
  }
  if (entry.isEncrypted()) return "archive-protected";
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated)
    return "compression-not-read";
  return unpacksTooMuch(entry.uncompressedSize, entry.compressedSize, limits) ? "unpacks-too-much" : null;
}

const localHeader = { bytes: 30, signature: 0x04034b50 } as const;

/** A large member that lies in the archive as it is, is read where it lies. */
async function inPlace(source: Source, entry: Entry): Promise<Source> {
  const at = entry.relativeOffsetOfLocalHeader;
  if (at + localHeader.bytes > source.bytes) throw new ArchiveRefusal("archive-damaged");
  const header = Buffer.from(await source.read(at, localHeader.bytes));
  const start = at + localHeader.bytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  const isWhole = start + entry.uncompressedSize <= source.bytes;
  if (header.readUInt32LE(0) !== localHeader.signature || !isWhole)
    throw new ArchiveRefusal("archive-damaged");
  return sourceWithin(source, start, entry.uncompressedSize);
}

async function unpack(
  source: Source,
  file: ZipFile,
  entry: Entry,
  { inMemory }: ArchiveLimits,
): Promise<Source> {
  if (entry.uncompressedSize > inMemory) {
    if (entry.compressionMethod === stored) return inPlace(source, entry);
    throw new ArchiveRefusal("too-large");
  }
  const stream = await streamOf(file, entry);
  let content;
  try {
    content = await collect(stream, inMemory, "too-large");
  } catch (error) {
    stream.destroy();
    throw error instanceof ArchiveRefusal ? error : new ArchiveRefusal("damaged");
  }
  if (crc32(content) !== entry.crc32) throw new ArchiveRefusal("damaged");
  return memorySource(content);
}

/** The files of a zip in the order of its directory. Throws `ArchiveRefusal` where it cannot go on. */
export async function* zipMembers(archive: Source, limits: ArchiveLimits): AsyncGenerator<Member> {
  const source = readInWindows(archive);
  const file = await opened(source);
  try {
    let entry = await nextEntry(file);
    for (; entry !== null; entry = await nextEntry(file)) {
      const one = entry;
      const name = written(one);
      if (/[/\\]$/.test(name)) continue;
      const { path, ...judged } = memberPath(name);
      const refusal = judged.ok ? refusalOf(one, limits) : judged.reason;
      yield { path, bytes: one.uncompressedSize, refusal, open: () => unpack(source, file, one, limits) };
    }
  } finally {
    file.close();
  }
}
