/**
 * Why a connection, or one channel of it, ends (SY-16). y-websocket 3.1 stops for good on 4400 to 4499 and comes back
 * after any other code. The words are closed: each has one code here and a sentence for the person in the app.
 */
export const closeCodes = {
  left: 1000,
  malformed: 4400,
  "session-ended": 4401,
  "no-right": 4403,
  "choose-seat": 4403,
  "seat-ended": 4403,
  "unknown-case": 4404,
  "unknown-document": 4404,
  reset: 4409,
  gap: 4409,
  signed: 4410,
  "too-big": 4413,
  vocabulary: 4422,
  "schema-too-old": 4426,
  "log-unavailable": 4503,
  "slow-reader": 4508,
  draining: 4512,
  "too-fast": 4529,
} as const;

export type CloseReason = keyof typeof closeCodes;
export type CloseCode = (typeof closeCodes)[CloseReason];

const reasons: readonly string[] = Object.keys(closeCodes);
export const isCloseReason = (word: string): word is CloseReason => reasons.includes(word);

/** Whether coming back is pointless: the server has decided, and will decide the same again. */
export const isFinalClose = (code: number): boolean => code >= 4400 && code < 4500;
