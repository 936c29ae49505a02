import { buffer } from "node:stream/consumers";
import { ok, refuse } from "@consilium/foundation";
import { BlobAbsent, type BlobStore, checkBlobId, checkBlobRange } from "../blob-store/blob-store.ts";
import { untilAborted } from "../blob-store/until-aborted.ts";

export interface MemoryStore extends BlobStore {
  /** What lies there, sealed: a test may change it. */
  readonly blobs: Map<string, Buffer>;
}

/** A store for tests of what is built upon one. */
export function createMemoryStore(): MemoryStore {
  const blobs = new Map<string, Buffer>();
  return {
    blobs,
    put: async (id, source, signal) => {
      checkBlobId(id);
      const bytes = await buffer(untilAborted(source, signal));
      if (blobs.has(id)) return refuse("exists");
      blobs.set(id, bytes);
      return ok(bytes.length);
    },
    get: (id, from, length) => {
      checkBlobId(id);
      checkBlobRange(from, length);
      return (async function* read() {
        const bytes = blobs.get(id);
        if (!bytes) throw new BlobAbsent(id);
        const part = bytes.subarray(from, from + length);
        if (part.length > 0) yield part;
      })();
    },
    size: async (id) => {
      checkBlobId(id);
      return blobs.get(id)?.length;
    },
    delete: async (id) => {
      checkBlobId(id);
      blobs.delete(id);
    },
    probe: async () => ({ works: true, overwriting: "refused" }),
    sweep: async () => 0,
  };
}
