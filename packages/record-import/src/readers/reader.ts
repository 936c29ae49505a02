import type { StoredFile } from "@consilium/clinical";
import type { Kept, NotKept } from "../file-reading.ts";
import type { ReadingLimits } from "../limits.ts";
import type { FileKind } from "../sniff/file-kind.ts";
import type { Source } from "../source.ts";

/** One file, delivered or out of an archive. */
export interface FileInHand {
  /** In the delivery: `disc.zip/IMAGES/0001`. */
  readonly path: string;
  /** Without folders. */
  readonly name: string;
  readonly source: Source;
  readonly kind: FileKind;
}

/** What a reader may use of the world outside its process. */
export interface Desk {
  readonly now: Date;
  /** A new ULID each time. */
  readonly createId: () => string;
  readonly limits: ReadingLimits;
  /** Hands bytes over to be kept, sealed. */
  readonly store: (
    file: { readonly name: string; readonly mediaType: string },
    content: AsyncIterable<Uint8Array>,
  ) => Promise<StoredFile>;
  /** The same with a file's own bytes, the first of which are replaced. Those of a delivered file do not come back for it. */
  readonly storeSource: (
    file: { readonly name: string; readonly mediaType: string },
    source: Source,
    replaced?: Uint8Array,
  ) => Promise<StoredFile>;
  /** To be called before a slide is cut: it has a longer clock, once. */
  readonly takeLong: () => void;
}

/**
 * Reads one kind of file, in the reading process. What a file holds is no reason to throw: that is an outcome. What is
 * thrown is a fault of the reader, and the file is said to have met one.
 */
export interface Reader {
  readonly takes: (file: FileInHand) => boolean;
  readonly read: (file: FileInHand, desk: Desk) => Promise<Kept | NotKept>;
}
