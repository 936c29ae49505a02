import { findWholeRecords, type RecordIndex } from "./find-whole-records.ts";
import type { SpooledFile, SpooledHead } from "./spooled-file.ts";

/** Records that are remembered, of the uploads asked for last; a full one of 8 GiB has 32,768. A delivery may have thousands of files. */
const most = 65_536;

interface Known {
  readonly head: SpooledHead | undefined;
  readonly index: RecordIndex;
}

const headOf = ({ size, description, contentAt }: SpooledHead): SpooledHead => ({
  size,
  description,
  contentAt,
});

/**
 * Which records are whole was found once: looking again at each piece that arrives would take as long as writing it. What stands before
 * them is remembered with them.
 */
export class KnownRecords {
  readonly #known = new Map<string, Known>();

  /** What was read or written of it before. */
  head(id: string): SpooledHead | undefined {
    return this.#known.get(id)?.head;
  }

  forgetHead(id: string): void {
    const known = this.#known.get(id);
    if (known) this.#known.set(id, { ...known, head: undefined });
  }

  /** What is remembered holds while the file ends where it says. */
  async of(file: SpooledFile): Promise<RecordIndex> {
    const { id } = file;
    const { size } = await file.handle.stat();
    const known = this.#known.get(id)?.index;
    const index = known?.end === size ? known : await findWholeRecords(file);
    this.#known.delete(id);
    this.#remember(id, { head: headOf(file), index });
    return index;
  }

  /** It was made now and is on the disk. */
  made(id: string, head: SpooledHead): void {
    const { contentAt } = head;
    this.#remember(id, { head, index: { records: [], end: contentAt, bytes: 0, isSynced: true } });
  }

  forget(id: string): void {
    this.#known.delete(id);
  }

  /** One that has no records yet takes room too. */
  #remember(newest: string, known: Known): void {
    this.#known.set(newest, known);
    let held = 0;
    for (const { index } of this.#known.values()) held += index.records.length + 1;
    for (const [id, { index }] of this.#known) {
      if (held <= most || id === newest) return;
      held -= index.records.length + 1;
      this.#known.delete(id);
    }
  }
}
