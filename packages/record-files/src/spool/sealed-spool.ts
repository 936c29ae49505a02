import { mkdir } from "node:fs/promises";
import type { Clock } from "@consilium/foundation";
import { DataStore, Upload } from "@tus/server";
import { SyncedFolder } from "../disk/synced-folder.ts";
import { appendRecords } from "./append-records.ts";
import { readRecord, type RecordIndex } from "./find-whole-records.ts";
import { KnownKeys } from "./known-keys.ts";
import { KnownRecords } from "./known-records.ts";
import { readRange } from "./read-range.ts";
import { removeUpload, uploadIds, uploadPath, writtenAt } from "./spool-folder.ts";
import { SpoolRefusal } from "./spool-refusal.ts";
import { defaultSpoolLimits, type SpoolLimits, SpoolRoom } from "./spool-room.ts";
import { createSpooledFile, openSpooledFile, type SpooledFile } from "./spooled-file.ts";
import { Turns } from "./turns.ts";

export interface SpoolOptions {
  /** Made where it is not there, closed to other accounts. One process at a time writes an upload in it. */
  readonly folder: string;
  /** 32 random bytes that seal this upload and nothing else, the same until it is removed; `undefined`: there is no such upload. */
  readonly keyOf: (uploadId: string) => Promise<Buffer | undefined>;
  readonly clock: Clock;
  readonly limits?: SpoolLimits;
  /** Milliseconds since the last byte of an upload after which nobody is expected to go on with it. */
  readonly abandonedAfter?: number;
}

const oneDay = 86_400_000;

export async function openSpool(options: SpoolOptions): Promise<SealedSpool> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  return new SealedSpool(options);
}

/**
 * Where tus keeps what arrives: never plain on the disk, neither bytes nor names. Ids are ULIDs, which the server's `namingFunction`
 * gives; the key of an upload is there before the upload is. The length is known from the start (no `creation-defer-length`).
 * Refuses with `SpoolRefusal`.
 */
export class SealedSpool extends DataStore {
  override extensions = ["creation", "creation-with-upload", "termination"];
  readonly #options: Required<SpoolOptions>;
  readonly #room: SpoolRoom;
  readonly #turns = new Turns();
  readonly #known = new KnownRecords();
  readonly #keys: KnownKeys;
  readonly #folder: SyncedFolder;

  constructor(options: SpoolOptions) {
    super();
    this.#options = { limits: defaultSpoolLimits, abandonedAfter: 2 * oneDay, ...options };
    this.#keys = new KnownKeys(options.keyOf);
    this.#folder = new SyncedFolder(options.folder);
    this.#room = new SpoolRoom(options.folder, this.#options.limits, options.clock);
  }

  override async create(upload: Upload): Promise<Upload> {
    const { id, size, metadata = null } = upload;
    const { folder, clock } = this.#options;
    const path = uploadPath(folder, id);
    if (size === undefined || !Number.isSafeInteger(size) || size < 0) throw new SpoolRefusal("size-missing");
    const key = await this.#keys.of(id);
    const description = { metadata, createdAt: clock().toISOString() };
    const made = () => createSpooledFile(path, { id, key, size, description });
    const contentAt = await this.#room.with(id, size, made);
    await this.#folder.sync();
    this.#known.made(id, { size, description, contentAt });
    return upload;
  }

  /** Behind what is there. One write of an upload at a time: who comes second waits, and finds another offset than its own. */
  override async write(stream: AsyncIterable<unknown>, id: string, offset: number): Promise<number> {
    return this.#inTurn(id, "r+", async (file, index) => {
      if (index.bytes !== offset) throw new SpoolRefusal("offset-conflict");
      await appendRecords(file, index, stream);
      // Removed meanwhile: what was written went with it.
      if ((await file.handle.stat()).nlink === 0) throw new SpoolRefusal("not-found");
      return index.bytes;
    });
  }

  /** Looks at its description anew: whoever asks wants to know what is there. */
  override async getUpload(id: string): Promise<Upload> {
    this.#known.forgetHead(id);
    return this.#inTurn(id, "r", async ({ size, description: { metadata, createdAt } }, { bytes }) => {
      const said = metadata === null ? {} : { metadata };
      return new Upload({ id, size, offset: bytes, creation_date: createdAt, ...said });
    });
  }

  /** tus' way: refuses where there is none. */
  override async remove(id: string): Promise<void> {
    if (!(await this.discard(id))) throw new SpoolRefusal("not-found");
  }

  /** Whether there was one. A write of it that is on its way is refused at its end. Needs no key. */
  async discard(id: string): Promise<boolean> {
    this.#known.forget(id);
    this.#keys.forget(id);
    this.#room.forget(id);
    return removeUpload(this.#options.folder, id);
  }

  /** The plain bytes of a finished upload. Throws `SpoolDamage` before a byte that is not proven. */
  async *read(id: string): AsyncGenerator<Buffer, void, undefined> {
    const { file, index } = await this.#openFinished(id);
    try {
      for (const record of index.records) yield await readRecord(file, record);
    } finally {
      await file.handle.close();
    }
  }

  /** The key that an upload is about to be made under: it need not be asked for. */
  expect(id: string, key: Buffer): void {
    this.#keys.keep(id, key);
  }

  /** As many bytes of a finished upload as there are of `length` from `from` on. */
  async readRange(id: string, from: number, length: number): Promise<Buffer> {
    const { file, index } = await this.#openFinished(id);
    try {
      return await readRange(file, index, from, length);
    } finally {
      await file.handle.close();
    }
  }

  /** Every upload that is there, finished or not. */
  ids(): Promise<string[]> {
    return uploadIds(this.#options.folder);
  }

  /**
   * Removes uploads of which nothing has come for long, finished or not, unless they are needed: a finished one may wait for its
   * reading. Returns their ids, so that their keys can go too.
   */
  async removeAbandoned(isNeeded: (uploadId: string) => Promise<boolean>): Promise<string[]> {
    const { folder, clock, abandonedAfter } = this.#options;
    const before = clock().getTime() - abandonedAfter;
    const removed: string[] = [];
    for (const id of await uploadIds(folder)) {
      const at = await writtenAt(folder, id);
      if (!at || at.getTime() >= before || (await isNeeded(id))) continue;
      if (await this.discard(id)) removed.push(id);
    }
    return removed;
  }

  async #open(id: string, flags: "r" | "r+"): Promise<SpooledFile> {
    const path = uploadPath(this.#options.folder, id);
    const key = await this.#keys.of(id);
    return openSpooledFile(path, { id, key, flags, known: this.#known.head(id) });
  }

  #inTurn<T>(
    id: string,
    flags: "r" | "r+",
    act: (file: SpooledFile, index: RecordIndex) => Promise<T>,
  ): Promise<T> {
    return this.#turns.take(id, async () => {
      const file = await this.#open(id, flags);
      try {
        return await act(file, await this.#known.of(file));
      } finally {
        await file.handle.close();
      }
    });
  }

  async #openFinished(id: string): Promise<{ file: SpooledFile; index: RecordIndex }> {
    const file = await this.#open(id, "r");
    try {
      const index = await this.#turns.take(id, () => this.#known.of(file));
      if (index.bytes !== file.size) throw new SpoolRefusal("unfinished");
      return { file, index };
    } catch (error) {
      await file.handle.close();
      throw error;
    }
  }
}
