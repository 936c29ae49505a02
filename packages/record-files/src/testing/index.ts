export { createMemoryStore, type MemoryStore } from "./create-memory-store.ts";
export { type S3Double, startS3Double } from "./s3-double/start-s3-double.ts";
