import type { StoredFile } from "@consilium/clinical";
import { type CaseKey, type Delivery, findSameFile, reserveFiles } from "@consilium/database";
import type { KeptFile, StoreFile } from "@consilium/record-import";
import type { Services } from "../services.ts";

/** Files that a reading puts away, and which of them the case had already. */
export interface FileKeeper {
  readonly store: StoreFile;
  /** By id, what was put away now. */
  readonly put: ReadonlyMap<string, StoredFile>;
  /** Files that were there before under another id, with the record that they belong to. */
  readonly known: ReadonlyMap<string, { readonly file: StoredFile; readonly recordId: string | null }>;
}

/** Ids are reserved before anything is put away under them: so many at once. */
const reserved = 32;

export function createFileKeeper(
  services: Services,
  {
    key,
    delivery,
    signal,
  }: { readonly key: CaseKey; readonly delivery: Delivery; readonly signal: AbortSignal },
): FileKeeper {
  const { database } = services.open;
  const put = new Map<string, StoredFile>();
  const known = new Map<string, { readonly file: StoredFile; readonly recordId: string | null }>();
  let free: string[] = [];
  let reserving: Promise<void> | undefined;
  const reserve = async () => {
    const ids = Array.from({ length: reserved }, services.createId);
    const { id, seatId } = delivery;
    await reserveFiles(database, key, { ids, deliveryId: id, seatId, at: services.now() });
    free = [...free, ...ids];
  };
  const nextId = async (): Promise<string> => {
    for (let id = free.shift(); ; id = free.shift()) {
      if (id !== undefined) return id;
      reserving ??= reserve().finally(() => (reserving = undefined));
      await reserving;
    }
  };
  const store = async (
    { name, mediaType }: { readonly name: string; readonly mediaType: string },
    content: AsyncIterable<Uint8Array>,
  ): Promise<KeptFile> => {
    const id = await nextId();
    const facts = await services.caseFiles.put(key, id, content, signal);
    const file = { id, name, mediaType, ...facts };
    put.set(id, file);
    const same = await findSameFile(database, key, facts.sha256);
    if (same) known.set(id, same);
    return { id, ...facts };
  };
  return { store, put, known };
}
