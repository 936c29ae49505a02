/** A kept frame as the browser stores it: only who, where and ciphertext (SY-7). */
export interface SealedFrame {
  readonly id: string;
  readonly person: string;
  readonly caseId: string;
  readonly document: string;
  /** The opened document that wrote it; while its page lives, nobody else takes it. */
  readonly owner: string;
  /** Among the frames of one owner, in the order of writing. */
  readonly order: number;
  /** The key's device. It is another than this page's where the browser lost the cookie that named it. */
  readonly device: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

export interface DocumentAddress {
  readonly person: string;
  readonly caseId: string;
  readonly document: string;
}

const database = "consilium-outbox";
const frames = "frames";
const byAddress = "address";

/** IndexedDB, as far as kept frames need it. Every failure is a rejection. */
export interface FrameStore {
  readonly of: (address: DocumentAddress) => Promise<readonly SealedFrame[]>;
  readonly ofCase: (person: string, caseId: string) => Promise<readonly SealedFrame[]>;
  readonly put: (frame: SealedFrame) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  readonly clear: () => Promise<void>;
}

export function openFrameStore(factory: IDBFactory): FrameStore {
  let opening: Promise<IDBDatabase> | undefined;
  const begin = async (mode: IDBTransactionMode): Promise<IDBTransaction> => {
    opening ??= open(factory);
    return (await opening).transaction(frames, mode);
  };
  return {
    of: async ({ person, caseId, document }) => {
      const transaction = await begin("readonly");
      return await all(transaction.objectStore(frames).index(byAddress), [person, caseId, document]);
    },
    ofCase: async (person, caseId) => {
      const transaction = await begin("readonly");
      const stored = await all(transaction.objectStore(frames));
      return stored.filter((frame) => frame.person === person && frame.caseId === caseId);
    },
    put: async (frame) => {
      const transaction = await begin("readwrite");
      transaction.objectStore(frames).put(frame);
      await end(transaction);
    },
    remove: async (ids) => {
      const transaction = await begin("readwrite");
      for (const id of ids) transaction.objectStore(frames).delete(id);
      await end(transaction);
    },
    clear: async () => {
      const transaction = await begin("readwrite");
      transaction.objectStore(frames).clear();
      await end(transaction);
    },
  };
}

async function open(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(database, 1);
  request.addEventListener("upgradeneeded", () => {
    const store = request.result.createObjectStore(frames, { keyPath: "id" });
    store.createIndex(byAddress, ["person", "caseId", "document"]);
  });
  return await answer(request);
}

/** The store holds what `put` took, and nothing else. */
const all = async (from: IDBObjectStore | IDBIndex, key?: IDBValidKey): Promise<SealedFrame[]> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  (await answer(from.getAll(key))) as SealedFrame[];

const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(failure(request.error)));
  });

const end = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(failure(transaction.error)));
  });

const failure = (cause: DOMException | null): Error => new Error("the outbox failed", { cause });
