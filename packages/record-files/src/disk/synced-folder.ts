import { syncFolder } from "./whole-file.ts";

/** A folder in which many files are made at once: those who wait for its entries to be on the disk share one `fsync`. */
export class SyncedFolder {
  readonly #folder: string;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Settles once what was made before the call is on the disk: one that runs already may have begun too early. */
  sync(): Promise<void> {
    this.#next ??= this.#after(this.#running);
    return this.#next;
  }

  async #after(running: Promise<void> | undefined): Promise<void> {
    // Whoever waited for it is told of its failure.
    await running?.catch(() => undefined);
    this.#running = this.#next;
    this.#next = undefined;
    await syncFolder(this.#folder);
  }
}
