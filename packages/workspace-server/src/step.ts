import type { AppendResult, DocumentId, Row } from "./durable-log/durable-log.ts";

/**
 * What a server does with a document, one step after the other, in the words of sync.md: told to who checks it against the
 * protocol's model, and to nobody in a running server.
 */
export type Step = { readonly document: DocumentId } & (
  | {
      /** Read from the log, whole: whatever waited is thrown away. */
      readonly kind: "loaded";
      readonly sequence: number;
      readonly epoch: number;
      readonly authority: number;
    }
  /** What others logged was read on, up to here. */
  | { readonly kind: "read-on"; readonly sequence: number }
  | {
      /** A write message took its place in the queue. */
      readonly kind: "admitted";
      /** Any object that is this session's alone. */
      readonly session: object;
      /** It was this session's so many-th. */
      readonly count: number;
      readonly frame: Uint8Array;
      /** Undefined: it adds nothing to what is admitted. */
      readonly row: Row | undefined;
    }
  | {
      readonly kind: "sent";
      readonly epoch: number;
      readonly authority: number;
      readonly rows: readonly Row[];
    }
  | { readonly kind: "answered"; readonly result: AppendResult }
  /** A committed row, to its readers. */
  | { readonly kind: "announced"; readonly sequence: number; readonly bytes: Uint8Array }
  /** The first so many write messages of a session are saved. */
  | { readonly kind: "saved"; readonly session: object; readonly count: number }
);
