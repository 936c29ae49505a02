import type { RefusalReason } from "@consilium/workspace";
import type { DocumentId } from "../durable-log/durable-log.ts";

/** Whose act it is, and where. */
export interface Booked {
  readonly session: string;
  readonly seat: string;
  readonly person: string;
  readonly document: DocumentId;
  readonly at: Date;
}

/** Who received what: booked by the one function that writes to a client. */
export interface ReadEntry extends Booked {
  /** `first` is committed before the first byte leaves; then one a minute with reading in it, and one at the end. */
  readonly part: "first" | "minute" | "end";
  /** Sequences whose content left. `from` 0: the document from its beginning. */
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
}

/** One a session, document and minute. The adapter adds the hash of these rows' sealed digests. */
export interface WriteEntry extends Booked {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/** SY-24: one a session, document, reason and minute, so that a flood cannot fill the audit. */
export interface RefusalEntry extends Booked {
  readonly reason: RefusalReason | "read-only";
  readonly count: number;
  /** The first refused frame, at most its first 64 KiB. Kept as an HMAC under the case's key or sealed, never as a clear hash. */
  readonly firstFrame: Uint8Array;
}

/** A rejected `read` with part `first` closes the door with 4503: nothing leaves unbooked. Of the others a rejection is reported: what they say is in the log as well. */
export interface Bookkeeping {
  readonly read: (entry: ReadEntry) => Promise<void>;
  readonly wrote: (entry: WriteEntry) => Promise<void>;
  readonly refused: (entry: RefusalEntry) => Promise<void>;
}
