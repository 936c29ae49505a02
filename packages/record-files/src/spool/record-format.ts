import { createCipheriv, createDecipheriv, randomFillSync } from "node:crypto";
import { SpoolDamage } from "./spool-refusal.ts";

/*
 * head, 16 bytes: "CSPL" | format 1 | 0 0 0 | plain size of the whole upload, 8
 * the description, then what has arrived, each a record:
 *   length 4 | begins 1 | nonce 12 | ciphertext of that length | tag 16
 *
 * AES-256-GCM under a key that seals this upload and nothing else. The additional data is the head, the upload's id, whether it
 * is the description, `begins` and the offset in the plain bytes; so a record opens only at its place of its upload.
 *
 * Why no nonce repeats. It is random and never counted: a record that was torn by a kill, and one whose client sends other bytes the
 * second time, is sealed anew at the same offset, where a nonce made of the offset would be used twice. With twelve random bytes two
 * of n records share one with less than n^2 / 2^97: an upload of 8 GiB in full records has 2^15 of them, and one that a client
 * sends byte by byte 2^33.
 *
 * `begins` marks the first record of a write. A write begins only after all before it is on the disk (`fsync`), so a proven record
 * that begins one vouches for everything before it (see `find-whole-records.ts`).
 */

export const headBytes = 16;
const magic = Buffer.from([...Buffer.from("CSPL"), 1, 0, 0, 0]);

/** Plain bytes in a record, at most. */
export const recordBytes = 2 ** 18;
export const recordHeadBytes = 17;
const tagBytes = 16;
const nonceAt = 5;
/** What a record adds to its plain bytes. */
export const recordOverhead = recordHeadBytes + tagBytes;

export function createHead(size: number): Buffer {
  const head = Buffer.alloc(headBytes);
  magic.copy(head);
  head.writeBigUInt64BE(BigInt(size), magic.length);
  return head;
}

/** The plain size of the whole upload; `undefined` where this is no head. */
export function sizeIn(head: Buffer): number | undefined {
  if (head.length < headBytes || !head.subarray(0, magic.length).equals(magic)) return undefined;
  const size = Number(head.readBigUInt64BE(magic.length));
  return Number.isSafeInteger(size) ? size : undefined;
}

export interface RecordPlace {
  readonly is: "description" | "content";
  readonly begins: boolean;
  /** In the plain bytes. */
  readonly offset: number;
}

/** What a record's head says before anything is proven; `undefined` where it can be no head. */
export function readRecordHead(head: Buffer): { length: number; begins: boolean } | undefined {
  if (head.length < recordHeadBytes) return undefined;
  const length = head.readUInt32BE();
  const begins = head.readUInt8(4);
  return length >= 1 && length <= recordBytes && begins <= 1 ? { length, begins: begins === 1 } : undefined;
}

export interface RecordCipher {
  /** The record as it is stored: its head, what stands for the plain bytes, the tag. */
  readonly seal: (place: RecordPlace, plain: Uint8Array) => readonly [Buffer, Buffer, Buffer];
  /** Throws `SpoolDamage` before a single byte is handed out. */
  readonly open: (place: RecordPlace, record: Buffer) => Buffer;
}

/** `key`: 32 bytes, of this upload alone. */
export function createRecordCipher(key: Buffer, id: string, head: Buffer): RecordCipher {
  const upload = Buffer.concat([head, Buffer.from(id)]);
  const additional = ({ is, begins, offset }: RecordPlace): Buffer => {
    const where = Buffer.alloc(10);
    where.writeUInt8(is === "description" ? 1 : 0);
    where.writeUInt8(begins ? 1 : 0, 1);
    where.writeBigUInt64BE(BigInt(offset), 2);
    return Buffer.concat([upload, where]);
  };
  return {
    seal: (place, plain) => {
      const recordHead = Buffer.alloc(recordHeadBytes);
      recordHead.writeUInt32BE(plain.length);
      recordHead.writeUInt8(place.begins ? 1 : 0, 4);
      randomFillSync(recordHead, nonceAt);
      const cipher = createCipheriv("aes-256-gcm", key, recordHead.subarray(nonceAt));
      const body = cipher.setAAD(additional(place)).update(plain);
      cipher.final();
      return [recordHead, body, cipher.getAuthTag()];
    },
    open: (place, record) => {
      if (record.length < recordOverhead) throw new SpoolDamage("A record is cut short");
      const tagAt = record.length - tagBytes;
      const nonce = record.subarray(nonceAt, recordHeadBytes);
      const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
      decipher.setAAD(additional(place)).setAuthTag(record.subarray(tagAt));
      const plain = decipher.update(record.subarray(recordHeadBytes, tagAt));
      try {
        decipher.final();
      } catch (cause) {
        throw new SpoolDamage("A record is not what was sealed here", { cause });
      }
      return plain;
    },
  };
}
