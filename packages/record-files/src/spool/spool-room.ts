import type { Clock } from "@consilium/foundation";
import { announcedSize, uploadIds } from "./spool-folder.ts";
import { type SpoolReason, SpoolRefusal } from "./spool-refusal.ts";
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

/** Milliseconds that what was seen in the folder holds, where nothing is refused for it. */
const rhythm = 1000;

/**
 * How much of the limits is taken. The folder is the truth; what it said of an upload is remembered, and it is looked at once a second,
 * and before anything is refused.
 */
export class SpoolRoom {
  readonly #folder: string;
  readonly #limits: SpoolLimits;
  readonly #clock: Clock;
  #looked = Number.NEGATIVE_INFINITY;
  readonly #announced = new Map<string, number>();
  /** Counted already, not in the folder yet. */
  readonly #creating = new Set<string>();
  readonly #turns = new Turns();

  constructor(folder: string, limits: SpoolLimits, clock: Clock) {
    this.#folder = folder;
    this.#limits = limits;
    this.#clock = clock;
  }

  /**
   * Runs `create`, which refuses where the upload is there already, where there is room for it. One at a time looks, so that no two take
   * the same room.
   */
  async with<T>(id: string, size: number, create: () => Promise<T>): Promise<T> {
    if (size > this.#limits.fileBytes) throw new SpoolRefusal("file-too-large");
    await this.#turns.take("room", () => this.#reserve(id, size));
    try {
      return await create();
    } catch (error) {
      // What lies there under this id, if anything, is not what was announced now.
      this.#announced.delete(id);
      this.#looked = Number.NEGATIVE_INFINITY;
      throw error;
    } finally {
      this.#creating.delete(id);
    }
  }

  /** It was removed. */
  forget(id: string): void {
    if (!this.#creating.has(id)) this.#announced.delete(id);
  }

  async #reserve(id: string, size: number): Promise<void> {
    const now = this.#clock().getTime();
    const isFresh = Math.abs(now - this.#looked) < rhythm;
    if (!isFresh || this.#refusal(id, size)) {
      await this.#look();
      this.#looked = now;
    }
    const reason = this.#refusal(id, size);
    if (reason) throw new SpoolRefusal(reason);
    this.#announced.set(id, size);
    this.#creating.add(id);
  }

  #refusal(id: string, size: number): SpoolReason | undefined {
    if (this.#creating.has(id)) return "already-there";
    if (this.#announced.size >= this.#limits.uploads) return "too-many-uploads";
    let taken = size;
    for (const [other, bytes] of this.#announced) if (other !== id) taken += bytes;
    return taken > this.#limits.spoolBytes ? "spool-full" : undefined;
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
