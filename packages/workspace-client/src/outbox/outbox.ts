import type { KeptFrame } from "../saved-state.ts";
import { importKey, type KeptKey, sealFrame, unsealFrame, type UsableKey } from "./kept-key.ts";
import { type DocumentAddress, type FrameStore, openFrameStore, type SealedFrame } from "./sealed-frames.ts";

export interface OutboxOptions {
  readonly indexedDB: IDBFactory;
  readonly locks: Pick<LockManager, "query" | "request">;
  readonly fetchKey: () => Promise<KeptKey>;
  readonly createId: () => string;
  /** The browser would not store or read: what was typed is held in memory only. */
  readonly fault: (document: string, cause: unknown) => void;
}

/** The unacknowledged frames of one opened document. */
export interface DocumentOutbox {
  /** What pages that are gone have left, in the order of writing. Rejects where the browser or the server gives nothing. */
  readonly adopt: () => Promise<readonly KeptFrame[]>;
  readonly keep: (frame: KeptFrame) => void;
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

const lockOf = (owner: string): string => `consilium-outbox:${owner}`;

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
  return {
    forDocument: (address) => openDocumentOutbox(options, store, key, address),
    clear: () => {
      fetching = undefined;
      return store.clear();
    },
  };
}

/** One thing after the other: a frame is never forgotten before it was kept, and none is stored before the one it stands on. */
function openDocumentOutbox(
  { locks, createId, fault }: OutboxOptions,
  store: FrameStore,
  key: () => Promise<UsableKey>,
  address: DocumentAddress,
): DocumentOutbox {
  const owner = createId();
  const release = holdLock(locks, lockOf(owner), (cause) => fault(address.document, cause));
  let order = 0;
  let work = Promise.resolve();
  const enqueue = (task: () => Promise<void>): void => {
    work = work.then(task).catch((cause: unknown) => fault(address.document, cause));
  };
  return {
    adopt: async () => readLeftFrames(store, locks, await key(), address),
    keep: ({ id, update }) => {
      order += 1;
      const place = { ...address, id, owner, order };
      enqueue(async () => {
        const usable = await key();
        const sealed = await sealFrame(usable, address, id, update);
        await store.put({ ...place, device: usable.device, ...sealed });
      });
    },
    forget: (frames) => {
      if (frames.length > 0) enqueue(() => store.remove(frames.map(({ id }) => id)));
    },
    idle: () => work,
    close: () => enqueue(async () => release()),
  };
}

/**
 * A page that lives holds the lock of its documents, so that another page does not take frames whose predecessors are still
 * on their way into the store: the server would see a gap. The browser gives the lock back when the page is gone.
 */
function holdLock(
  locks: Pick<LockManager, "request">,
  name: string,
  failed: (cause: unknown) => void,
): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  locks.request(name, () => promise).catch(failed);
  return resolve;
}

async function readLeftFrames(
  store: FrameStore,
  locks: Pick<LockManager, "query">,
  key: UsableKey,
  address: DocumentAddress,
): Promise<readonly KeptFrame[]> {
  const stored = await store.of(address);
  const { held = [] } = await locks.query();
  const living = new Set(held.map(({ name }) => name));
  const left = stored
    .filter(({ owner }) => !living.has(lockOf(owner)))
    .toSorted((one, other) => one.order - other.order);
  const opened = await Promise.all(
    left.map(async (frame) => ({ frame, update: await unseal(key, address, frame) })),
  );
  const lost = opened.filter(({ frame, update }) => update === undefined && frame.device === key.device);
  await store.remove(lost.map(({ frame }) => frame.id));
  return opened.flatMap(({ frame, update }) => (update ? [{ id: frame.id, update }] : []));
}

const unseal = (key: UsableKey, address: DocumentAddress, frame: SealedFrame) =>
  frame.device === key.device ? unsealFrame(key, address, frame) : Promise.resolve(undefined);
