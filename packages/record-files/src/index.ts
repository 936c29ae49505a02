export type { FilePlace } from "./sealed-file/file-format.ts";
export { openSealedFile, type ReadStored, type SealedFile } from "./sealed-file/open-sealed-file.ts";
export { type PlainFacts, sealFile, type Sealing } from "./sealed-file/seal-file.ts";
export { SealedFileError, type SealedFileReason } from "./sealed-file/sealed-file-error.ts";
export {
  BlobAbsent,
  type BlobStore,
  type BlobStoreHealth,
  type Overwriting,
} from "./blob-store/blob-store.ts";
export { openDiskStore } from "./blob-store/disk/open-disk-store.ts";
export { openS3Store } from "./blob-store/open-s3-store.ts";
export type { S3Settings } from "./blob-store/s3/s3-place.ts";
export { openSpool, type SealedSpool, type SpoolOptions } from "./spool/sealed-spool.ts";
export { SpoolDamage, type SpoolReason, SpoolRefusal } from "./spool/spool-refusal.ts";
export { defaultSpoolLimits, type SpoolLimits } from "./spool/spool-room.ts";
