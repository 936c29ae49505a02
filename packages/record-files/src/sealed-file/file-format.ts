import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import { SealedFileError } from "./sealed-file-error.ts";

/*
 * header, 40 bytes: "CSEG" | format 1 | log2 of the segment 18 | 0 0 | salt 32
 * segment i: ciphertext, 256 KiB, the last one shorter and of an empty file empty | tag 16
 *
 * The key of one sealing is HKDF-SHA-256(case key, salt, label); the nonce of segment i is i, as 12 bytes.
 *
 * Why no nonce repeats under a key. Within a sealing each index is used once: the sealer counts up, cannot be run twice, and
 * stops before 2^32. Between sealings the key is another one: its salt is 32 random bytes, and that two of n sealings of a case
 * draw the same is less likely than n^2 / 2^257. So a file that is sealed again, under the same id and version or after a crash,
 * repeats nothing either. The case key itself is the key of AES-GCM elsewhere (foundation's `seal`, with random nonces); here it
 * only ever enters HMAC, so that nothing sealed there is under a key that seals here. A nonce of a random prefix and an index
 * under the case key was rejected: eight random bytes leave one chance in 2^27 at 2^19 files, and would share a space with
 * foundation's twelve.
 *
 * The additional data is the header, the index, whether it is the last, and where the file belongs. So a segment opens at its
 * own place of its own file only, and a file that was cut at a border has no last segment.
 */

/** Bytes of plain content in every segment but the last. */
export const segmentBytes = 2 ** 18;
export const tagBytes = 16;
export const headerBytes = 40;
export const keyBytes = 32;
const saltBytes = 32;
const saltAt = headerBytes - saltBytes;
const mostSegments = 2 ** 32;

const start = Buffer.from([...Buffer.from("CSEG"), 1, Math.log2(segmentBytes), 0, 0]);
const label = "consilium sealed-file 1";

/** Where a file belongs: it opens nowhere else. */
export interface FilePlace {
  readonly organisationId: string;
  readonly caseId: string;
  readonly fileId: string;
  readonly version: number;
}

export const createHeader = (salt: Uint8Array): Buffer => {
  if (salt.length !== saltBytes) throw new RangeError(`A salt has ${saltBytes} bytes`);
  return Buffer.concat([start, salt]);
};

/** Throws `SealedFileError` where this is no header of this format. */
export function checkHeader(header: Buffer): void {
  if (header.length !== headerBytes || !header.subarray(0, saltAt).equals(start))
    throw new SealedFileError("not-a-sealed-file");
}

/** How many segments a file of so many plain bytes has: an empty one has one. */
export const segmentCount = (bytes: number): number => Math.max(1, Math.ceil(bytes / segmentBytes));

/** What a file of so many plain bytes takes where it is stored. */
export const sealedBytes = (bytes: number): number => headerBytes + bytes + tagBytes * segmentCount(bytes);

/** Where segment `index` begins in the stored file. */
export const segmentAt = (index: number): number => headerBytes + index * (segmentBytes + tagBytes);

export interface SegmentCipher {
  /** The segment as it is stored: what stands for the plain bytes, and the tag behind it. */
  readonly seal: (index: number, isLast: boolean, plain: Uint8Array) => readonly [Buffer, Buffer];
  /** Throws `SealedFileError` before a single byte is handed out. */
  readonly open: (index: number, isLast: boolean, stored: Uint8Array) => Buffer;
}

export function createSegmentCipher(caseKey: Buffer, header: Buffer, place: FilePlace): SegmentCipher {
  if (caseKey.length !== keyBytes) throw new RangeError(`A case's key has ${keyBytes} bytes`);
  const key = Buffer.from(hkdfSync("sha256", caseKey, header.subarray(saltAt), label, keyBytes));
  const context = contextOf(place);
  const additional = (index: number, isLast: boolean): Buffer => {
    const where = Buffer.alloc(5);
    where.writeUInt32BE(index);
    where.writeUInt8(isLast ? 1 : 0, 4);
    return Buffer.concat([header, where, context]);
  };
  return {
    seal: (index, isLast, plain) => {
      const cipher = createCipheriv("aes-256-gcm", key, nonce(index)).setAAD(additional(index, isLast));
      const body = cipher.update(plain);
      cipher.final();
      return [body, cipher.getAuthTag()];
    },
    open: (index, isLast, stored) => {
      const bodyBytes = stored.length - tagBytes;
      const decipher = createDecipheriv("aes-256-gcm", key, nonce(index), { authTagLength: tagBytes });
      decipher.setAAD(additional(index, isLast)).setAuthTag(stored.subarray(bodyBytes));
      const plain = decipher.update(stored.subarray(0, bodyBytes));
      try {
        decipher.final();
      } catch (cause) {
        throw new SealedFileError("not-authentic", { cause });
      }
      return plain;
    },
  };
}

function nonce(index: number): Buffer {
  if (index >= mostSegments) throw new RangeError("A sealed file has at most 2^32 segments");
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(index, 8);
  return bytes;
}

/** JSON, because no two places are written alike whatever the ids hold. */
function contextOf({ organisationId, caseId, fileId, version }: FilePlace): Buffer {
  if (!Number.isSafeInteger(version)) throw new RangeError("A file's version is a whole number");
  return Buffer.from(JSON.stringify([organisationId, caseId, fileId, version]));
}
