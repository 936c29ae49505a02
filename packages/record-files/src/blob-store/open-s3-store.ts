import type { BlobStore } from "./blob-store.ts";
import type { S3StoreOptions } from "./s3/create-s3-store.ts";
import type { S3Settings } from "./s3/s3-place.ts";

/** The client is loaded only where it is used: it takes longer than the rest of a server's start. */
export async function openS3Store(settings: S3Settings, options: S3StoreOptions): Promise<BlobStore> {
  const { createS3Store } = await import("./s3/create-s3-store.ts");
  return createS3Store(settings, options);
}
