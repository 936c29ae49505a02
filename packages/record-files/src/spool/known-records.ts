import { findWholeRecords, type RecordIndex } from "./find-whole-records.ts";
import type { SpooledFile } from "./spooled-file.ts";

/** Records that are remembered, of the uploads asked for last; a full one of 8 GiB has 32,768. A delivery may have thousands of files. */
const most = 65_536;

/** Which records are whole was found once: looking again at each piece that arrives would take as long as writing it. */
export class KnownRecords {
  readonly #known = new Map<string, RecordIndex>();

  /** What is remembered holds while the file ends where it says. */
  async of(file: SpooledFile): Promise<RecordIndex> {
    const { id } = file;
    const { size } = await file.handle.stat();
    const known = this.#known.get(id);
    const index = known?.end === size ? known : await findWholeRecords(file);
    this.#known.delete(id);
    this.#known.set(id, index);
    this.#forgetOldest(id);
    return index;
  }

  /** It was made now and is on the disk; where its first record goes. */
  made(id: string, contentAt: number): void {
    this.#known.set(id, { records: [], end: contentAt, bytes: 0, isSynced: true });
    this.#forgetOldest(id);
  }

  forget(id: string): void {
    this.#known.delete(id);
  }

  /** One that has no records yet takes room too. */
  #forgetOldest(newest: string): void {
    let held = 0;
    for (const { records } of this.#known.values()) held += records.length + 1;
    for (const [id, { records }] of this.#known) {
      if (held <= most || id === newest) return;
      held -= records.length + 1;
      this.#known.delete(id);
    }
  }
}
