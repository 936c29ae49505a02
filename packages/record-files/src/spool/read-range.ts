import { readRecord, type RecordIndex } from "./find-whole-records.ts";
import type { SpooledFile } from "./spooled-file.ts";

/** The plain bytes of a range, from the records in which it lies; over the end what is left. */
export async function readRange(
  file: SpooledFile,
  { records }: RecordIndex,
  from: number,
  length: number,
): Promise<Buffer> {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(length) || from < 0 || length < 0)
    throw new RangeError("A range is a whole number of bytes from a byte on");
  const end = from + length;
  const parts: Buffer[] = [];
  for (const record of records) {
    if (record.offset >= end) break;
    if (record.offset + record.length <= from) continue;
    const plain = await readRecord(file, record);
    parts.push(plain.subarray(Math.max(0, from - record.offset), end - record.offset));
  }
  return Buffer.concat(parts);
}
