import type { Period } from "./step-numbers.ts";
import { type Pause, workedTime } from "./worked-time.ts";

export interface ReasonedPause extends Pause {
  readonly reason: string;
}

export interface PauseReason {
  /** As it was first written. */
  readonly reason: string;
  readonly count: number;
  /** Days of the period in which something stood for it. */
  readonly days: number;
}

const day = 86_400_000;

/** Why something stood in the period, what took longest first. Reasons that differ by case and spaces alone are one. */
export function pauseReasons(pauses: readonly ReasonedPause[], { from, to }: Period): readonly PauseReason[] {
  const during = pauses.filter((pause) => pause.from <= to && (pause.to === null || pause.to > from));
  const groups = Map.groupBy(during, ({ reason }) => reason.trim().replaceAll(/\s+/gu, " ").toLowerCase());
  const found = Array.from(groups.values(), (own) => ({
    reason: own[0]?.reason.trim() ?? "",
    count: own.length,
    days: own.reduce((sum, pause) => sum + daysWithin(pause, { from, to }), 0),
  }));
  return found.toSorted((one, other) => other.days - one.days);
}

function daysWithin(pause: Pause, { from, to }: Period): number {
  const begins = pause.from > from ? pause.from : from;
  const ends = pause.to && pause.to < to ? pause.to : to;
  return workedTime(begins, ends, []) / day;
}
