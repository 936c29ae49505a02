import type { FileReading } from "../file-reading.ts";
import type { ReadingLimits } from "../limits.ts";
import type { OutcomeReason } from "../reasons.ts";

/**
 * Between the server and the process that reads. Every request of the reading process has a number and waits for its
 * answer, so neither side can be flooded, and what the server knows of a file was said before the file was touched.
 */
export type FromReader =
  /** A range of the delivered file; answered by `bytes`. */
  | { readonly say: "read"; readonly request: number; readonly offset: number; readonly length: number }
  /** A file or member comes next; answered by `go`. `bytes` is what it says it unpacks to. */
  | { readonly say: "begin"; readonly request: number; readonly path: string; readonly bytes: number }
  /** The file that was begun last is a slide: it has `longestSlide`, counted from now, once. */
  | { readonly say: "takes-long" }
  /** What became of a file that was begun. */
  | { readonly say: "settle"; readonly path: string; readonly reading: FileReading }
  /** Something is to be kept: its pieces follow under the same number, then `stored-all`, answered by `stored`. */
  | { readonly say: "store"; readonly request: number; readonly name: string; readonly mediaType: string }
  /** At most `mostPiece` bytes; answered by `taken`. */
  | { readonly say: "piece"; readonly request: number; readonly store: number; readonly bytes: Uint8Array }
  /** The delivered file's own bytes, so many from there on, which need not come back; answered by `taken`. */
  | {
      readonly say: "own";
      readonly request: number;
      readonly store: number;
      readonly offset: number;
      readonly length: number;
    }
  | { readonly say: "stored-all"; readonly store: number }
  /** Not of the file but of the program: for the log, without a word of the file. */
  | { readonly say: "fault"; readonly path: string; readonly trace: string }
  | { readonly say: "done" };

/** `skip`: it has its outcome from an earlier attempt. `stop`: nothing more of this delivered file is read. */
export type Go =
  | { readonly go: "read" }
  | { readonly go: "skip" }
  | { readonly go: "stop"; readonly reason: OutcomeReason };

/** What was stored, as its keeper names it. */
export interface KeptFile {
  readonly id: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

export type ToReader =
  | {
      readonly say: "work";
      readonly path: string;
      readonly bytes: number;
      /** The first of them, so that they need not be asked for: at most `firstBytes`. */
      readonly head: Uint8Array;
      /** Milliseconds since 1970. */
      readonly now: number;
      readonly limits: ReadingLimits;
    }
  | { readonly say: "bytes"; readonly request: number; readonly bytes: Uint8Array }
  | { readonly say: "go"; readonly request: number; readonly answer: Go }
  | { readonly say: "taken"; readonly request: number }
  | { readonly say: "stored"; readonly request: number; readonly file: KeptFile };

/** Bytes in one message. */
export const mostPiece = 2 ** 20;

/** Of a file these come with the word that it is to be read: of a slice all that stands before its pixels. */
export const firstBytes = 2 ** 14;

/** Requests that may be open at once. */
export const mostOpen = 64;

/** The reading process ends itself with this where an allocation failed. */
export const outOfMemory = 70;
