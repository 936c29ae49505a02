import { findWholeRecords, type RecordIndex } from "./find-whole-records.ts";
import type { SpooledFile } from "./spooled-file.ts";

/** Uploads whose records are remembered: those asked for last. A full one of 8 GiB has 32,768 of them. */
const most = 256;

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
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= most) break;
      this.#known.delete(oldest);
    }
    return index;
  }

  forget(id: string): void {
    this.#known.delete(id);
  }
}
