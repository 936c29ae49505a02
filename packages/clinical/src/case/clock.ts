/**
 * Six deadlines of a case: triage, the gathering of its records, the day by which a specialist begins, the opinion, the blind read
 * that some cases have, and the questions after delivery.
 */
export const clockKinds = ["triage", "records", "start", "blind", "opinion", "questions"] as const;
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

/** When a clock was met, as it stands `now`. Questions may be asked to a day: nobody has to do anything to end them. */
export const metAt = (
  { kind, startedAt, dueAt, doneAt, pausedSince }: ClockTimes & { readonly kind: ClockKind },
  now: Date,
): Date | null => {
  const hasRunOut = kind === "questions" && startedAt && !pausedSince && dueAt && dueAt <= now;
  return doneAt ?? (hasRunOut ? dueAt : null);
};
