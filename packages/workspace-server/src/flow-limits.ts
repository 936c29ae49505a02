/** How much of what the server takes and keeps (SY-4, SY-11, SY-21, SY-30, SY-31). Bytes, counts and milliseconds. */
export interface FlowLimits {
  /** Of a queue before a log that does not answer. */
  readonly queueRows: number;
  readonly queueBytes: number;
  /** A person's writing into one document: what may come at once, and what may go on. */
  readonly updates: Allowance;
  readonly bytes: Allowance;
  /** For so long whoever was sent away for being too fast is not let in again. Milliseconds. */
  readonly outMilliseconds: number;
  /** Presence messages of one session. */
  readonly presence: Allowance;
  /** A reader with more than this before it gets its updates together, and no presence. */
  readonly coalesceBytes: number;
  /** A reader that took nothing for so long, and lacks so much beyond its first load, is cut off. */
  readonly stalledMilliseconds: number;
  readonly stalledBytes: number;
  /** Whatever the reader's excuse. */
  readonly mostWaiting: number;
  /** New client ids. */
  readonly idsOfSession: number;
  readonly idsOfDay: number;
  /** Rows after which a snapshot is made; of a document that leaves memory, fewer are worth one. */
  readonly snapshotRows: number;
  readonly snapshotRowsIdle: number;
}

export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

const KiB = 1024;
const MiB = 1024 * KiB;

export const defaultFlow: FlowLimits = {
  queueRows: 10_000,
  queueBytes: 16 * MiB,
  updates: { burst: 1000, perSecond: 100 },
  bytes: { burst: 16 * MiB, perSecond: 512 * KiB },
  outMilliseconds: 1000,
  presence: { burst: 40, perSecond: 20 },
  coalesceBytes: 128 * KiB,
  stalledMilliseconds: 10_000,
  stalledBytes: MiB,
  mostWaiting: 32 * MiB,
  idsOfSession: 8,
  idsOfDay: 64,
  snapshotRows: 500,
  snapshotRowsIdle: 50,
};
