import { announcedSize, uploadIds } from "./spool-folder.ts";
import { SpoolRefusal } from "./spool-refusal.ts";
import { Turns } from "./turns.ts";

/** What the spool holds at most. Bytes are plain bytes, as they are announced: an upload that began can end. */
export interface SpoolLimits {
  /** Of one upload. */
  readonly fileBytes: number;
  /** Of all uploads that are there, finished or not. */
  readonly spoolBytes: number;
  readonly uploads: number;
}

export const defaultSpoolLimits: SpoolLimits = {
  fileBytes: 8 * 2 ** 30,
  spoolBytes: 64 * 2 ** 30,
  uploads: 20_000,
};

/** How much of the limits is taken. The folder is the truth; what it said of an upload is remembered. */
export class SpoolRoom {
  readonly #folder: string;
  readonly #limits: SpoolLimits;
  readonly #announced = new Map<string, number>();
  /** Counted already, not in the folder yet. */
  readonly #creating = new Set<string>();
  readonly #turns = new Turns();

  constructor(folder: string, limits: SpoolLimits) {
    this.#folder = folder;
    this.#limits = limits;
  }

  /** Runs `create` where there is room for the upload. One at a time looks, so that no two take the same room. */
  async with<T>(id: string, size: number, create: () => Promise<T>): Promise<T> {
    if (size > this.#limits.fileBytes) throw new SpoolRefusal("file-too-large");
    await this.#turns.take("room", () => this.#reserve(id, size));
    try {
      return await create();
    } finally {
      this.#creating.delete(id);
    }
  }

  async #reserve(id: string, size: number): Promise<void> {
    await this.#look();
    if (this.#announced.has(id)) throw new SpoolRefusal("already-there");
    if (this.#announced.size >= this.#limits.uploads) throw new SpoolRefusal("too-many-uploads");
    let taken = size;
    for (const bytes of this.#announced.values()) taken += bytes;
    if (taken > this.#limits.spoolBytes) throw new SpoolRefusal("spool-full");
    this.#announced.set(id, size);
    this.#creating.add(id);
  }

  async #look(): Promise<void> {
    const there = new Set(await uploadIds(this.#folder));
    for (const id of this.#announced.keys())
      if (!there.has(id) && !this.#creating.has(id)) this.#announced.delete(id);
    for (const id of there) {
      if (this.#announced.has(id)) continue;
      const size = await announcedSize(this.#folder, id);
      if (size !== undefined) this.#announced.set(id, size);
    }
  }
}
