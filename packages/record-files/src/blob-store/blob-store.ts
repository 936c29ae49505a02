import { isUlid, type Result } from "@consilium/foundation";

/**
 * Where sealed files lie. It sees neither plain bytes nor names: an id is a ULID, what is stored was sealed before. A blob never
 * changes under its id. An id that is no ULID is a bug and throws; a store that does not answer rejects.
 */
export interface BlobStore {
  /**
   * Stores what the source gives, whole or not at all; the source does not write into a chunk again that it gave. Where the source rejects or `signal` aborts, nothing stays, and the promise
   * rejects with that reason. `exists`: there is a blob under this id, which stays as it was. The value is the count of bytes.
   */
  readonly put: (
    id: string,
    source: AsyncIterable<Uint8Array>,
    signal?: AbortSignal,
  ) => Promise<Result<number, "exists">>;
  /** Bytes from an offset on, as many as there are of `length`, at least 1. Throws `BlobAbsent`. */
  readonly get: (id: string, from: number, length: number) => AsyncGenerator<Uint8Array, void, undefined>;
  /** In bytes; `undefined` where there is no such blob. */
  readonly size: (id: string) => Promise<number | undefined>;
  /** Afterwards there is none, whether there was one or not. */
  readonly delete: (id: string) => Promise<void>;
  /** Writes, tries to overwrite, reads and deletes a blob of its own. Never rejects. */
  readonly probe: () => Promise<BlobStoreHealth>;
  /** Removes what puts that began before this time left when their process was killed. How many those were. */
  readonly sweep: (before: Date) => Promise<number>;
}

export type BlobStoreHealth =
  | { readonly works: true; readonly overwriting: Overwriting }
  | { readonly works: false; readonly cause: unknown };

/**
 * `refused`: by the store itself. `looked-for`: the store would overwrite, so a put looks whether there is a blob first, which
 * two puts under one id at the same moment would not notice.
 */
export type Overwriting = "refused" | "looked-for";

export class BlobAbsent extends Error {
  override readonly name = "BlobAbsent";

  constructor(id: string, options?: ErrorOptions) {
    super(`There is no blob ${id}`, options);
  }
}

/** Ids become file names and keys: nothing else does. */
export function checkBlobId(id: string): void {
  if (!isUlid(id)) throw new RangeError("A blob's id is a ULID");
}

export function checkBlobRange(from: number, length: number): void {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(from + length) || from < 0 || length < 1)
    throw new RangeError("A range begins at a byte and has at least one");
}
