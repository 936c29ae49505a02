/** The clocks of clinical.md, and two that some cases have: the blind read, and the questions after delivery. */
export const clockKinds = ["records", "opinion", "blind", "questions"] as const;
export type ClockKind = (typeof clockKinds)[number];

export interface ClockTimes {
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly doneAt: Date | null;
  /** The pause that runs now. */
  readonly pausedSince: Date | null;
}

export type ClockState = "not-begun" | "running" | "paused" | "met";

export function clockState({ startedAt, doneAt, pausedSince }: ClockTimes): ClockState {
  if (doneAt) return "met";
  if (!startedAt) return "not-begun";
  return pausedSince ? "paused" : "running";
}
