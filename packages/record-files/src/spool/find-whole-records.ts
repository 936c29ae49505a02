import { readWhole } from "../disk/whole-file.ts";
import { readRecordHead, recordHeadBytes, recordOverhead } from "./record-format.ts";
import { SpoolDamage } from "./spool-refusal.ts";
import type { SpooledFile } from "./spooled-file.ts";

export interface FoundRecord {
  /** In the file. */
  readonly position: number;
  /** Of its plain bytes, in the upload's. */
  readonly offset: number;
  /** Plain bytes. */
  readonly length: number;
  readonly begins: boolean;
}

/** The whole records of an upload, in order. */
export interface RecordIndex {
  readonly records: FoundRecord[];
  /** In the file: where the next one goes. */
  end: number;
  /** Plain bytes in all: tus' offset. */
  bytes: number;
  /** Whether all of it is known to be on the disk: what another process wrote and did not sync may be in memory only. */
  isSynced: boolean;
}

/**
 * What of an upload's file is whole. A kill leaves a record that ends too early. A power cut may leave worse: of what was written
 * since the last `fsync` any page may be missing, also before one that is there. So everything from the last record that begins a
 * write is proven, and the first that is not what it should be ends the upload there; what lies before was on the disk when that
 * write began. It is not proven here again, but when it is read.
 */
export async function findWholeRecords(file: SpooledFile): Promise<RecordIndex> {
  const found = await readHeads(file);
  for (let end = found.length; end > 0;) {
    const from = Math.max(
      0,
      found.findLastIndex(({ begins }, at) => begins && at < end),
    );
    const proven = await provenUpTo(file, found, from, end);
    if (proven > from || from === 0) return indexOf(file, found.slice(0, proven));
    // Its mark of a beginning is as unproven as the rest of it: the write before is to vouch.
    end = from;
  }
  return indexOf(file, []);
}

function indexOf({ contentAt }: SpooledFile, records: FoundRecord[]): RecordIndex {
  const last = records.at(-1) ?? { position: contentAt - recordOverhead, offset: 0, length: 0 };
  const end = last.position + recordOverhead + last.length;
  return { records, end, bytes: last.offset + last.length, isSynced: false };
}

/** Records of which the file holds as many bytes as they say. */
async function readHeads({ handle, contentAt, size }: SpooledFile): Promise<FoundRecord[]> {
  const fileBytes = (await handle.stat()).size;
  const found: FoundRecord[] = [];
  let position = contentAt;
  let offset = 0;
  for (;;) {
    const head = readRecordHead(await readWhole(handle, position, recordHeadBytes));
    if (!head) return found;
    const end = position + recordOverhead + head.length;
    if (end > fileBytes || offset + head.length > size) return found;
    found.push({ position, offset, ...head });
    position = end;
    offset += head.length;
  }
}

/** The index of the first record that is not proven. */
async function provenUpTo(
  file: SpooledFile,
  found: readonly FoundRecord[],
  from: number,
  end: number,
): Promise<number> {
  let at = from;
  for (const record of found.slice(from, end)) {
    try {
      await readRecord(file, record);
    } catch (error) {
      if (error instanceof SpoolDamage) return at;
      throw error;
    }
    at += 1;
  }
  return at;
}

/** Its plain bytes. Throws `SpoolDamage`. */
export const readRecord = async (file: SpooledFile, record: FoundRecord): Promise<Buffer> =>
  openRecord(file, record, await readWhole(file.handle, record.position, recordOverhead + record.length));

/** The same, of the bytes that lie there. */
export const openRecord = (
  { cipher }: Pick<SpooledFile, "cipher">,
  { begins, offset }: FoundRecord,
  stored: Buffer,
): Buffer => cipher.open({ is: "content", begins, offset }, stored);
