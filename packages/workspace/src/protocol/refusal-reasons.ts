import type { Refusal } from "../admission/refusal.ts";

/** A record and not a list: a reason that the gate gains must be added here, or this does not compile. */
const gateReasons: Record<Refusal, true> = {
  malformed: true,
  "too-big": true,
  "too-many-structs": true,
  "too-long": true,
  "foreign-client": true,
  "foreign-root": true,
  "foreign-content": true,
  subdocument: true,
  "too-deep": true,
  "too-costly": true,
  "torn-neighbours": true,
  "torn-character": true,
};

const otherReasons = {
  /** hold */
  "log-unavailable": true,
  draining: true,
  "too-fast": true,
  /** late */
  signed: true,
  epoch: true,
  /** reset */
  "no-right": true,
  "seat-ended": true,
  gap: true,
  "schema-too-old": true,
} as const;

export type RefusalReason = Refusal | keyof typeof otherReasons;

const isReason = (word: string): word is RefusalReason => word in gateReasons || word in otherReasons;

/** Closed: why write messages were not taken (SY-14, SY-24). */
export const refusalReasons: readonly RefusalReason[] = [
  ...Object.keys(gateReasons),
  ...Object.keys(otherReasons),
].filter(isReason);

/** SY-14: kept and tried again; stored as the author's late draft; dropped, with its text shown for copying. */
export const refusalFates = ["hold", "late", "reset"] as const;
export type RefusalFate = (typeof refusalFates)[number];

/** Why a channel that may read may not write. */
export const readOnlyReasons = ["no-right", "signed", "case-closed", "paused", "schema-too-old"] as const;
export type ReadOnlyReason = (typeof readOnlyReasons)[number];
