/** A committed row of a document's log, unsealed. */
export interface LogRow {
  /** Grows from row to row. */
  readonly sequence: number;
  readonly seatId: string;
  readonly personId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A Yjs V1 update: the novelty (SY-6). */
  readonly bytes: Uint8Array;
}

/** Who did something, and when. */
export interface Deed {
  readonly personId: string;
  readonly seatId: string;
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}
