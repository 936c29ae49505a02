import { createMemoryStore } from "../testing/create-memory-store.ts";
import { blobStoreContract } from "./blob-store.contract.ts";

blobStoreContract("in memory", async () => {
  const store = createMemoryStore();
  return { store, everything: async () => [...store.blobs.keys()], overwriting: "refused", large: 100_000 };
});
