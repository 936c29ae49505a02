import { buffer } from "node:stream/consumers";
import type { BlobStore, BlobStoreHealth } from "./blob-store.ts";

const words = Buffer.from("This is a test of the store.");

async function* said(): AsyncGenerator<Buffer> {
  yield words;
}

/** A probe of a store that refuses to overwrite by itself. `id` is of the probe's own. */
export const probeByRoundTrip = (store: Able, id: string): Promise<BlobStoreHealth> =>
  roundTrip(store, id).then(
    () => ({ works: true, overwriting: "refused" }),
    (cause: unknown) => ({ works: false, cause }),
  );

type Able = Pick<BlobStore, "put" | "get" | "delete">;

/** What a store must be able to do, once, with a blob that is gone afterwards. Rejects with what it could not do. */
export async function roundTrip(store: Able, id: string): Promise<void> {
  try {
    if (!(await store.put(id, said())).ok) throw new Error("A blob was there that nobody stored");
    if ((await store.put(id, said())).ok) throw new Error("A blob was stored over another");
    const read = await buffer(store.get(id, 0, words.length));
    if (!read.equals(words)) throw new Error("Other bytes were read than were stored");
  } finally {
    await store.delete(id);
  }
}
