/** Why the socket of a conference is closed, and the code that says it. Closed: the page has a sentence for each. */
export const doorCodes = {
  "session-ended": 4401,
  "no-right": 4403,
  removed: 4403,
  unknown: 4404,
  elsewhere: 4409,
  ended: 4410,
  "too-fast": 4429,
  left: 1000,
  /** Another server process has the room, or the database is away: the page comes back by itself. */
  "not-here": 1013,
} as const;

export type DoorReason = keyof typeof doorCodes;
