import type { StoredFile } from "@consilium/clinical";
import {
  type CaseKey,
  type Database,
  type Delivery,
  findSameFiles,
  reserveFiles,
  type SameFile,
} from "@consilium/database";
import type { PlainFacts } from "@consilium/record-files";
import type { KeptFile, StoreFile } from "@consilium/record-import";
import type { Services } from "../services.ts";

/** Files that a reading puts away. */
export interface FileKeeper {
  /** Resolves when the file is sealed: while the disk still writes, the next one is read. */
  readonly store: StoreFile;
  /** By id, what was put away now. */
  readonly put: ReadonlyMap<string, StoredFile>;
  /** Everything is on the disk; rejects with what failed. Before it, nothing may be kept and nothing taken back. */
  readonly settled: () => Promise<void>;
}

/** Ids are reserved before anything is put away under them: so many at once. */
const reserved = 32;
/** Files that are sealed and that the disk still writes. */
const mostWriting = 4;

export interface KeeperOf {
  readonly key: CaseKey;
  readonly delivery: Delivery;
  readonly signal: AbortSignal;
}

export function createFileKeeper(services: Services, { key, delivery, signal }: KeeperOf): FileKeeper {
  const put = new Map<string, StoredFile>();
  const nextId = reservedIds(services, key, delivery);
  const writing = new Set<Promise<void>>();
  let failure: { readonly cause: unknown } | undefined;

  /** Also what fails later is told: to whoever waits for all. */
  function watch(written: Promise<unknown>): void {
    const one = written.then(
      () => undefined,
      (cause: unknown) => {
        failure ??= { cause };
      },
    );
    writing.add(one);
    void one.then(() => writing.delete(one));
  }

  const store = async (
    { name, mediaType }: { readonly name: string; readonly mediaType: string },
    content: AsyncIterable<Uint8Array>,
  ): Promise<KeptFile> => {
    while (writing.size >= mostWriting) await Promise.race(writing);
    const id = await nextId();
    const sealed = Promise.withResolvers<PlainFacts>();
    const written = services.caseFiles.put(key, id, content, { signal, sealed: sealed.resolve });
    watch(written);
    written.catch(sealed.reject);
    const facts = await sealed.promise;
    put.set(id, { id, name, mediaType, ...facts });
    return { id, ...facts };
  };
  const settled = async () => {
    await Promise.all(writing);
    if (failure) throw failure.cause;
  };
  return { store, put, settled };
}

function reservedIds(services: Services, key: CaseKey, { id, seatId }: Delivery): () => Promise<string> {
  let free: string[] = [];
  let reserving: Promise<void> | undefined;
  const reserve = async () => {
    const ids = Array.from({ length: reserved }, services.createId);
    await reserveFiles(services.open.database, key, { ids, deliveryId: id, seatId, at: services.now() });
    free = [...free, ...ids];
  };
  return async () => {
    for (let next = free.shift(); ; next = free.shift()) {
      if (next !== undefined) return next;
      reserving ??= reserve().finally(() => (reserving = undefined));
      await reserving;
    }
  };
}

/** By the ids of what was put away now: what the case had already under another id, with the record that it belongs to. */
export async function knownAmong(
  database: Database,
  key: CaseKey,
  { put }: Pick<FileKeeper, "put">,
): Promise<ReadonlyMap<string, SameFile>> {
  const digests = new Set(Array.from(put.values(), ({ sha256 }) => sha256));
  const same = await findSameFiles(database, key, [...digests]);
  return new Map(
    Array.from(put.values()).flatMap(({ id, sha256 }) => {
      const found = same.get(sha256);
      return found ? [[id, found] as const] : [];
    }),
  );
}
