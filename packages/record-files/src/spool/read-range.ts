import { readWhole } from "../disk/whole-file.ts";
import { LentMemory } from "../lent-memory.ts";
import { type FoundRecord, openRecord, type RecordIndex } from "./find-whole-records.ts";
import { recordOverhead } from "./record-format.ts";
import type { SpooledFile } from "./spooled-file.ts";

/** Records that lie behind one another are read together, up to so many bytes. */
const readBytes = 2 ** 20;
/** For sealed records, which are gone once they are opened. */
const reading = new LentMemory(readBytes, 4);

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
  const wanted = records.filter(({ offset, length: bytes }) => offset < end && offset + bytes > from);
  const parts: Buffer[] = [];
  const memory = reading.take();
  try {
    for (const together of inRuns(wanted)) {
      const start = together[0]?.position ?? 0;
      const stored = await readWhole(file.handle, start, endOf(together.at(-1)) - start, memory);
      for (const record of together) {
        const plain = openRecord(
          file,
          record,
          stored.subarray(record.position - start, endOf(record) - start),
        );
        parts.push(plain.subarray(Math.max(0, from - record.offset), end - record.offset));
      }
    }
  } finally {
    reading.giveBack(memory);
  }
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : Buffer.concat(parts);
}

const endOf = (record: FoundRecord | undefined): number =>
  record ? record.position + recordOverhead + record.length : 0;

function* inRuns(records: readonly FoundRecord[]): Generator<readonly FoundRecord[]> {
  let run: FoundRecord[] = [];
  for (const record of records) {
    if (endOf(record) - (run[0]?.position ?? record.position) > readBytes && run.length > 0) {
      yield run;
      run = [];
    }
    run.push(record);
  }
  if (run.length > 0) yield run;
}
