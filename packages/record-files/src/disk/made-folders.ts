import { mkdir } from "node:fs/promises";
import type { SyncedFolder } from "./synced-folder.ts";

/** Folders in one, closed to other accounts, made when they are first needed. */
export class MadeFolders {
  readonly #root: Pick<SyncedFolder, "sync">;
  readonly #made = new Map<string, Promise<void>>();

  /** `root`: in which they are made. */
  constructor(root: Pick<SyncedFolder, "sync">) {
    this.#root = root;
  }

  /** Settles once it is there and its name is on the disk, also for whoever did not make it: a file in a nameless folder is lost. */
  have(path: string): Promise<void> {
    const known = this.#made.get(path);
    if (known) return known;
    const making = this.#make(path);
    this.#made.set(path, making);
    making.catch(() => this.#made.delete(path));
    return making;
  }

  async #make(path: string): Promise<void> {
    if (await mkdir(path, { recursive: true, mode: 0o700 })) await this.#root.sync();
  }
}
