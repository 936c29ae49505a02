import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type Entry, extract, type Extract } from "tar-stream";
import type { OutcomeReason } from "../reasons.ts";
import { memorySource, piecesOf, type Source } from "../source.ts";
import { type ArchiveLimits, ArchiveRefusal, collect, type Member, unpacksTooMuch } from "./archive.ts";
import { memberPath } from "./member-path.ts";

const asStream = (source: Source): Readable => Readable.from(piecesOf(source), { objectMode: false });

/** Ends a stream that unpacks to too many times the size of what it is unpacked from. */
function ratioGuard(source: Source, limits: ArchiveLimits): Transform {
  let unpacked = 0;
  return new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      unpacked += piece.length;
      if (unpacksTooMuch(unpacked, source.bytes, limits)) done(new ArchiveRefusal("unpacks-too-much"));
      else done(null, piece);
    },
  });
}

/** What a gzip unpacks to, as a stream that fails with `ArchiveRefusal`. */
export function gunzipped(source: Source, limits: ArchiveLimits): Readable {
  const guard = ratioGuard(source, limits);
  pipeline(asStream(source), createGunzip(), guard).catch((error: unknown) =>
    guard.destroy(error instanceof ArchiveRefusal ? error : new ArchiveRefusal("archive-damaged")),
  );
  return guard;
}

function refusalOf({ header }: Entry): OutcomeReason | null {
  if (header.type === "symlink" || header.type === "link") return "link-not-followed";
  const isFile = header.type === "file" || header.type === "contiguous-file" || !header.type;
  return isFile ? null : "device-not-read";
}

async function contentOf(entry: Entry, { inMemory }: ArchiveLimits): Promise<Source> {
  // Refused before anything is taken from the stream, which would end with it.
  if ((entry.header.size ?? 0) > inMemory) throw new ArchiveRefusal("too-large");
  return memorySource(await collect(entry, inMemory, "too-large"));
}

function unpacking(bytes: Readable): Extract {
  const tar = extract();
  pipeline(bytes, tar).catch((error: unknown) =>
    tar.destroy(error instanceof ArchiveRefusal ? error : new ArchiveRefusal("archive-damaged")),
  );
  return tar;
}

/** The files of a tar in their order, each to be read before the next. Throws `ArchiveRefusal` where it cannot go on. */
export async function* tarMembers(
  source: Source,
  limits: ArchiveLimits,
  packed: "gzip" | null,
): AsyncGenerator<Member> {
  const tar = unpacking(packed === "gzip" ? gunzipped(source, limits) : asStream(source));
  try {
    for await (const entry of tar) {
      if (entry.header.type !== "directory") {
        const { path, ...judged } = memberPath(entry.header.name);
        const refusal = judged.ok ? refusalOf(entry) : judged.reason;
        yield { path, bytes: entry.header.size ?? 0, refusal, open: () => contentOf(entry, limits) };
      }
      entry.resume();
    }
  } catch (error) {
    throw error instanceof ArchiveRefusal ? error : new ArchiveRefusal("archive-damaged");
  } finally {
    tar.destroy();
  }
}
