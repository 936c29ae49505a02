import { writeAll } from "../disk/whole-file.ts";
import { LentMemory } from "../lent-memory.ts";
import type { RecordIndex } from "./find-whole-records.ts";
import { recordBytes, recordOverhead } from "./record-format.ts";
import { SpoolRefusal } from "./spool-refusal.ts";
import type { SpooledFile } from "./spooled-file.ts";

/** Of as many uploads as one browser sends at once, and some more. */
const filling = new LentMemory(recordBytes, 8);

/**
 * Seals what arrives behind the whole records and tells `index` of each. Everything that came is on the disk when this settles, also
 * where it rejects because the line broke or more came than was announced.
 */
export async function appendRecords(
  file: SpooledFile,
  index: RecordIndex,
  source: AsyncIterable<unknown>,
): Promise<void> {
  const { handle } = file;
  // What a write before left torn goes; what it left whole is to be on the disk before a record says that one begins.
  if ((await handle.stat()).size > index.end) await handle.truncate(index.end);
  if (!index.isSynced) await handle.sync();
  index.isSynced = false;
  const writer = new RecordWriter(file, index);
  try {
    for await (const chunk of source) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError("An upload is a stream of bytes");
      await writer.take(chunk);
    }
  } finally {
    await writer.flush();
    writer.end();
    await handle.sync();
    index.isSynced = true;
  }
}

class RecordWriter {
  readonly #file: SpooledFile;
  readonly #index: RecordIndex;
  readonly #held = filling.take();
  #filled = 0;
  #begins = true;

  constructor(file: SpooledFile, index: RecordIndex) {
    this.#file = file;
    this.#index = index;
  }

  async take(chunk: Uint8Array): Promise<void> {
    if (this.#index.bytes + this.#filled + chunk.length > this.#file.size)
      throw new SpoolRefusal("longer-than-said");
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + recordBytes - this.#filled);
      this.#held.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === recordBytes) await this.flush();
    }
  }

  /** Where it rejects, the next one writes over what came of it. */
  async flush(): Promise<void> {
    const length = this.#filled;
    if (length === 0) return;
    const { end: position, bytes: offset } = this.#index;
    const begins = this.#begins;
    const plain = this.#held.subarray(0, length);
    const record = this.#file.cipher.seal({ is: "content", begins, offset }, plain);
    await writeAll(this.#file.handle, record, position);
    this.#index.records.push({ position, offset, length, begins });
    this.#index.end += recordOverhead + length;
    this.#index.bytes += length;
    this.#begins = false;
    this.#filled = 0;
  }

  /** After the last flush: it takes nothing more. */
  end(): void {
    filling.giveBack(this.#held);
  }
}
