import type { KeptFrame } from "../saved-state.ts";
import { importKey, type KeySource, sealFrame, type UsableKey } from "./kept-key.ts";
import { readLeftFrames } from "./left-frames.ts";
import { type DocumentAddress, type FrameStore, openFrameStore } from "./sealed-frames.ts";
import { holdLock, type TabLock } from "./tab-lock.ts";

export interface OutboxOptions extends KeySource {
  readonly indexedDB: IDBFactory;
  readonly locks: Pick<LockManager, "query" | "request">;
  readonly createId: () => string;
  /** The browser would not store or read: what was typed is held in memory only. */
  readonly fault: (document: string, cause: unknown) => void;
}

/** The unacknowledged frames of one opened document. */
export interface DocumentOutbox {
  /** What pages that are gone have left, in the order of writing. Rejects where the browser or the server gives nothing. */
  readonly adopt: () => Promise<readonly KeptFrame[]>;
  /** Resolves when it was tried: it may not be stored even then. */
  readonly keep: (frame: KeptFrame) => Promise<void>;
  /** Frames that are to be kept and are only in memory so far. */
  readonly unstored: () => number;
  /** The store would not take the last frame it was given. It is tried again with the next. */
  readonly isRefusing: () => boolean;
  readonly forget: (frames: readonly KeptFrame[]) => void;
  /** Everything asked for so far has been done, or has failed. */
  readonly idle: () => Promise<void>;
  /** Gives what is left to whoever opens the document next. */
  readonly close: () => void;
}

export interface Outbox {
  readonly forDocument: (address: DocumentAddress) => DocumentOutbox;
  /** At sign-out: nothing of anybody stays. */
  readonly clear: () => Promise<void>;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const store = openFrameStore(options.indexedDB);
  let fetching: Promise<UsableKey> | undefined;
  const key = async (): Promise<UsableKey> => {
    fetching ??= options.fetchKey().then(importKey);
    try {
      return await fetching;
    } catch (cause) {
      fetching = undefined; // Asked again with the next frame.
      throw cause;
    }
  };
  const opened = new Set<DocumentOutbox>();
  return {
    forDocument: (address) => {
      const outbox = new StoredOutbox(options, store, key, address);
      opened.add(outbox);
      return outbox;
    },
    clear: async () => {
      // Behind everything that is still on its way into the store.
      for (const outbox of opened) outbox.close();
      await Promise.all([...opened].map((outbox) => outbox.idle()));
      opened.clear();
      fetching = undefined;
      await store.clear();
    },
  };
}

type Ordered = KeptFrame & { readonly order: number };

/** One thing after the other: a frame is never forgotten before it was kept, and none is stored before the one it stands on. */
class StoredOutbox implements DocumentOutbox {
  readonly #options: OutboxOptions;
  readonly #store: FrameStore;
  readonly #key: () => Promise<UsableKey>;
  readonly #address: DocumentAddress;
  readonly #owner: string;
  readonly #lock: TabLock;
  /** A frame that the browser would not take is tried again before the next. */
  #unstored: readonly Ordered[] = [];
  #refusing = false;
  #order = 0;
  #closed = false;
  #work = Promise.resolve();

  constructor(
    options: OutboxOptions,
    store: FrameStore,
    key: () => Promise<UsableKey>,
    address: DocumentAddress,
  ) {
    this.#options = options;
    this.#store = store;
    this.#key = key;
    this.#address = address;
    this.#owner = options.createId();
    this.#lock = holdLock(options.locks, this.#owner);
    void this.#enqueue(() => this.#lock.granted);
  }

  async adopt(): Promise<readonly KeptFrame[]> {
    const stored = await this.#store.of(this.#address);
    const { locks, fetchKeyOf } = this.#options;
    const left = await readLeftFrames(this.#store, locks, await this.#key(), fetchKeyOf, stored);
    return left.map(({ id, update }) => ({ id, update }));
  }

  keep(frame: KeptFrame): Promise<void> {
    if (this.#closed) return this.#work;
    this.#order += 1;
    this.#unstored = [...this.#unstored, { ...frame, order: this.#order }];
    return this.#enqueue(async () => {
      this.#refusing = await this.#storeAll().then(
        () => false,
        (cause: unknown) => this.#fault(cause),
      );
    });
  }

  unstored(): number {
    return this.#unstored.length;
  }

  isRefusing(): boolean {
    return this.#refusing;
  }

  forget(frames: readonly KeptFrame[]): void {
    const ids = frames.map(({ id }) => id);
    if (ids.length === 0) return;
    this.#unstored = this.#unstored.filter(({ id }) => !ids.includes(id));
    void this.#enqueue(() => this.#store.remove(ids));
  }

  idle(): Promise<void> {
    return this.#work;
  }

  close(): void {
    this.#closed = true;
    void this.#enqueue(async () => this.#lock.release());
  }

  async #storeAll(): Promise<void> {
    for (let [next] = this.#unstored; next; [next] = this.#unstored) {
      const key = await this.#key();
      const { id, update, order } = next;
      const sealed = await sealFrame(key, this.#address, id, update);
      const frame = { ...this.#address, id, owner: this.#owner, order, device: key.device, ...sealed };
      await this.#store.put(frame);
      this.#unstored = this.#unstored.filter((other) => other.id !== id);
    }
  }

  #enqueue(task: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(task).catch((cause: unknown) => void this.#fault(cause));
    return this.#work;
  }

  #fault(cause: unknown): true {
    this.#options.fault(this.#address.document, cause);
    return true;
  }
}
