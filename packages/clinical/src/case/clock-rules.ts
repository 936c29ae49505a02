import { dayAt, dayIn, instantIn, noonOf } from "@consilium/foundation";
import type { CaseState } from "./case-state.ts";
import { type ClockKind, clockState, type ClockTimes } from "./clock.ts";

export const tiers = ["standard", "expedited"] as const;
export type Tier = (typeof tiers)[number];

export interface CaseClockTimes extends ClockTimes {
  readonly kind: ClockKind;
  /** The IANA zone in which its deadline is set. */
  readonly zone: string;
  /** The pause that runs now began with the case's own: it ends with that. */
  readonly isPausedWithCase: boolean;
}

/** What a step of the case does to one of its clocks. */
export type ClockMove = { readonly kind: ClockKind } & (
  | { readonly move: "start"; readonly due: Date }
  | { readonly move: "meet" }
  /** As if it had never begun: it waits for its start again. */
  | { readonly move: "reset" }
  | { readonly move: "pause" }
  /** `due`: later by as long as it stood. */
  | { readonly move: "resume"; readonly due: Date }
);

/** The norms of clinical.md: ten days of gathering; five to seven working days after the records are complete. */
const gatheringDays = 10;
const opinionWorkingDays: Record<Tier, number> = { standard: 7, expedited: 5 };
/** When a working day ends. */
const evening = "17:00";

export interface ClockStep {
  readonly from: CaseState;
  readonly to: CaseState;
  readonly at: Date;
  readonly tier: Tier;
}

/**
 * "Records complete" runs while records are gathered and is met when the case is ready for review; then "opinion due" runs, and
 * is met by the signature. Back to gathering: the first runs anew, the second waits for it again. A pause stops all that run; so
 * do declining and withdrawing, for good.
 */
export const clockMoves = (step: ClockStep, clocks: readonly CaseClockTimes[]): readonly ClockMove[] =>
  clocks.flatMap((clock) => moveOf(step, clock) ?? []);

function moveOf({ from, to, at, tier }: ClockStep, clock: CaseClockTimes): ClockMove | undefined {
  const { kind, zone } = clock;
  if (from === "paused") return to === "withdrawn" ? undefined : resume(clock, at);
  switch (to) {
    case "gathering-records":
      if (kind === "records") return { kind, move: "start", due: daysAfter(at, zone, gatheringDays) };
      return kind === "opinion" && clock.startedAt ? { kind, move: "reset" } : undefined;
    case "ready-for-review":
      if (kind === "records") return { kind, move: "meet" };
      if (kind !== "opinion") return undefined;
      return { kind, move: "start", due: workingDaysAfter(at, zone, opinionWorkingDays[tier]) };
    case "signed":
      return kind === "opinion" ? { kind, move: "meet" } : undefined;
    case "paused":
    case "declined":
    case "withdrawn":
      return clockState(clock) === "running" ? { kind, move: "pause" } : undefined;
    case "draft":
    case "submitted":
    case "in-review":
    case "delivered":
    case "follow-up":
    case "closed":
    case "erased":
      return undefined;
  }
}

function resume(clock: CaseClockTimes, at: Date): ClockMove | undefined {
  const { kind, pausedSince, dueAt, isPausedWithCase } = clock;
  if (!pausedSince || !dueAt || !isPausedWithCase) return undefined;
  return { kind, move: "resume", due: new Date(dueAt.getTime() + at.getTime() - pausedSince.getTime()) };
}

const daysAfter = (at: Date, zone: string, days: number): Date =>
  instantIn(zone, dayAt(dayIn(zone, at), days), evening);

/** Saturdays and Sundays do not count; holidays do, because they differ from place to place. */
function workingDaysAfter(at: Date, zone: string, days: number): Date {
  let day = dayIn(zone, at);
  for (let left = days; left > 0;) {
    day = dayAt(day, 1);
    if (![0, 6].includes(noonOf(day).getUTCDay())) left -= 1;
  }
  return instantIn(zone, day, evening);
}
