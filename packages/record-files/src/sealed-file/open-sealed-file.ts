import { buffer } from "node:stream/consumers";
import {
  checkHeader,
  createSegmentCipher,
  type FilePlace,
  headerBytes,
  segmentAt,
  segmentBytes,
  segmentCount,
  sealedBytes,
} from "./file-format.ts";
import { SealedFileError } from "./sealed-file-error.ts";

/** Stored bytes from an offset on: as many as there are, in pieces of any size. */
export type ReadStored = (from: number, length: number) => AsyncIterable<Uint8Array>;

export interface SealedFile {
  /** Of the plain content. */
  readonly bytes: number;
  /**
   * Plain bytes, each segment only once it is proven; reads the segments of the range and no other. Throws `RangeError` where the
   * range is not within the file, `SealedFileError` where the stored bytes are not what was sealed.
   */
  readonly range: (from: number, length: number) => AsyncGenerator<Buffer, void, undefined>;
}

interface StoredAt {
  readonly read: ReadStored;
  /** The plain size as it was written down when the file was sealed: the store's word is not taken for where a file ends. */
  readonly bytes: number;
  readonly caseKey: Buffer;
  readonly place: FilePlace;
}

/** Reads the header. Rejects with `SealedFileError` where there is none. */
export async function openSealedFile({ read, bytes, caseKey, place }: StoredAt): Promise<SealedFile> {
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw new RangeError("A size is a whole number of bytes");
  const header = await buffer(inPieces(read(0, headerBytes), [headerBytes]));
  checkHeader(header);
  const cipher = createSegmentCipher(caseKey, header, place);
  const last = segmentCount(bytes) - 1;
  const storedEnd = (index: number) => (index === last ? sealedBytes(bytes) : segmentAt(index + 1));

  async function* range(from: number, length: number): AsyncGenerator<Buffer, void, undefined> {
    const end = from + length;
    checkRange(from, length, bytes);
    // An empty file has one segment too, whose tag says that it is to be empty.
    if (length === 0 && bytes > 0) return;
    const firstIndex = Math.floor(from / segmentBytes);
    const lastIndex = Math.floor(Math.max(from, end - 1) / segmentBytes);
    const at = segmentAt(firstIndex);
    const pieces: number[] = [];
    for (let index = firstIndex; index <= lastIndex; index += 1)
      pieces.push(storedEnd(index) - segmentAt(index));
    let index = firstIndex;
    for await (const stored of inPieces(read(at, storedEnd(lastIndex) - at), pieces)) {
      const plain = cipher.open(index, index === last, stored);
      const begins = index * segmentBytes;
      if (plain.length > 0) yield plain.subarray(Math.max(0, from - begins), end - begins);
      index += 1;
    }
  }
  return { bytes, range };
}

function checkRange(from: number, length: number, bytes: number): void {
  const isWhole = Number.isSafeInteger(from) && Number.isSafeInteger(length);
  if (!isWhole || from < 0 || length < 0 || from + length > bytes)
    throw new RangeError(`No ${length} bytes from ${from} on in a file of ${bytes}`);
}

/** The same bytes in pieces of these sizes. Throws where they end before. */
async function* inPieces(
  source: AsyncIterable<Uint8Array>,
  sizes: readonly number[],
): AsyncGenerator<Buffer, void, undefined> {
  const wanted = sizes[Symbol.iterator]();
  let next = wanted.next();
  let piece = Buffer.allocUnsafe(next.value ?? 0);
  let filled = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length && !next.done;) {
      const part = chunk.subarray(at, at + piece.length - filled);
      piece.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < piece.length) continue;
      yield piece;
      next = wanted.next();
      piece = Buffer.allocUnsafe(next.value ?? 0);
      filled = 0;
    }
    if (next.done) return;
  }
  if (!next.done) throw new SealedFileError("cut-short");
}
