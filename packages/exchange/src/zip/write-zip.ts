import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { centralHeader, dataDescriptor, endOfZip, localHeader, type Written } from "./zip-parts.ts";

/** A file of an archive: its size and digest are known before its bytes are. */
export interface ZipMember {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Bytes of the archive, as `writeZip` will write it. */
export function zipBytes(members: readonly Pick<ZipMember, "path" | "bytes">[]): number {
  const at = new Date(0);
  let offset = 0;
  let central = 0;
  for (const { path, bytes } of members) {
    const name = Buffer.from(path);
    central += centralHeader({ name, bytes, crc: 0, offset }, at).length;
    offset += localHeader(name, bytes, at).length + bytes + dataDescriptor(bytes, 0).length;
  }
  return offset + central + endOfZip(members.length, offset, central).length;
}

/**
 * A ZIP, piece by piece: one piece of one file is in memory at a time. Files are stored as they are: pictures do not shrink. Throws
 * where a file is not the one that was announced; what was written until then is no whole archive.
 */
export async function* writeZip(members: readonly ZipMember[], at: Date): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const member of members) {
    const name = Buffer.from(member.path);
    const head = localHeader(name, member.bytes, at);
    yield head;
    const crc = yield* piecesOf(member);
    const behind = dataDescriptor(member.bytes, crc);
    yield behind;
    written.push({ name, bytes: member.bytes, crc, offset });
    offset += head.length + member.bytes + behind.length;
  }
  let length = 0;
  for (const entry of written) {
    const header = centralHeader(entry, at);
    length += header.length;
    yield header;
  }
  yield endOfZip(written.length, offset, length);
}

async function* piecesOf({ path, bytes, sha256, open }: ZipMember): AsyncGenerator<Uint8Array, number> {
  const hash = createHash("sha256");
  let crc = 0;
  let read = 0;
  for await (const piece of open()) {
    crc = crc32(piece, crc);
    hash.update(piece);
    read += piece.length;
    yield piece;
  }
  if (read !== bytes || hash.digest("hex") !== sha256)
    throw new Error(`${path} is not the file that was announced`);
  return crc;
}
