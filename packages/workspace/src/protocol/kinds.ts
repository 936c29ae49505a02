/** The second door's subprotocol (docs/protocol.md). Another wire gets another name. */
export const subprotocol = "consilium.v1";

/** Kinds of frames on `WS /sync/:caseId`. A number is never given twice. */
export const frameKinds = {
  open: 0,
  opened: 1,
  data: 2,
  saved: 3,
  refused: 4,
  resync: 5,
  close: 6,
  presence: 7,
  beat: 8,
  changed: 9,
  part: 10,
  digest: 11,
} as const;

export type FrameKind = keyof typeof frameKinds;

/** Types of messages on `WS /sync/:caseId/:document`, and inside a data frame: y-websocket's own, and 64. */
export const messageTypes = { sync: 0, awareness: 1, saved: 64 } as const;

/** Kinds of sync messages. A stock client throws on any other: never extend. */
export const syncKinds = { stepOne: 0, stepTwo: 1, update: 2 } as const;

/** A data message longer than this travels in parts, so that a long load does not hold a keystroke back. */
export const partBytes = 64 * 1024;
