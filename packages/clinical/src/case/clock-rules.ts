import type { CaseState } from "./case-state.ts";
import { type ClockKind, clockKinds, clockState, type ClockTimes } from "./clock.ts";
import { endOfDay, endOfWorkingDay, type WorkingDays } from "./working-days.ts";

export const tiers = ["standard", "expedited"] as const;
export type Tier = (typeof tiers)[number];

export interface CaseClockTimes extends ClockTimes {
  readonly kind: ClockKind;
  /** The IANA zone in which its deadline is set. */
  readonly zone: string;
  /** The pause that runs now began with the case's own: it ends with that. */
  readonly isPausedWithCase: boolean;
}

/** What happens to one of a case's clocks. */
export type ClockMove = { readonly kind: ClockKind } & (
  | { readonly move: "start"; readonly due: Date }
  | { readonly move: "meet" }
  /** As if it had never begun: it waits for its start again. */
  | { readonly move: "reset" }
  | { readonly move: "pause" }
  /** `due`: later by as long as it stood. */
  | { readonly move: "resume"; readonly due: Date }
);

/**
 * The norms of clinical.md: ten days of gathering; five to seven working days after the records are complete. Of the others:
 * triage within one working day, a specialist begins within two, a blind read takes three; questions can be asked for 14 days.
 */
const gatheringDays = 10;
const questionDays = 14;
const triageWorkingDays = 1;
const startWorkingDays = 2;
const blindWorkingDays = 3;
const opinionWorkingDays: Record<Tier, number> = { standard: 7, expedited: 5 };

/** What moves clocks: a step of the case, or somebody who begins to read blind, and ends it. */
export type ClockEvent =
  | { readonly is: "step"; readonly from: CaseState; readonly to: CaseState }
  | { readonly is: "blind-begins" }
  | { readonly is: "blind-ends" };

/** When and where it happens. */
export interface ClockGround {
  readonly at: Date;
  readonly tier: Tier;
  /** The IANA zone of a clock that has no row yet. */
  readonly zone: string;
  readonly days: WorkingDays;
}

/**
 * Every clock has one rule below. Besides: a pause stops all that run, so do declining and withdrawing, for good; going on moves
 * each deadline by as long as it stood.
 */
export const clockMoves = (
  event: ClockEvent,
  ground: ClockGround,
  clocks: readonly CaseClockTimes[],
): readonly ClockMove[] =>
  clockKinds.flatMap((kind) => {
    const clock = clocks.find((found) => found.kind === kind) ?? notBegun(kind, ground.zone);
    return moveOf(event, ground, clock) ?? [];
  });

const notBegun = (kind: ClockKind, zone: string): CaseClockTimes => ({
  kind,
  zone,
  startedAt: null,
  dueAt: null,
  doneAt: null,
  pausedSince: null,
  isPausedWithCase: false,
});

function moveOf(event: ClockEvent, ground: ClockGround, clock: CaseClockTimes): ClockMove | undefined {
  const { kind } = clock;
  if (event.is !== "step") return kind === "blind" ? moveOfBlind(event, ground, clock) : undefined;
  const { from, to } = event;
  if (from === "paused") return to === "withdrawn" ? undefined : resume(clock, ground.at);
  const own = moveByStep(event, ground, clock);
  if (own) return own;
  const stops = to === "paused" || to === "declined" || to === "withdrawn";
  return stops && clockState(clock) === "running" ? { kind, move: "pause" } : undefined;
}

type CaseStep = Extract<ClockEvent, { readonly is: "step" }>;

function moveByStep(
  { from, to }: CaseStep,
  ground: ClockGround,
  clock: CaseClockTimes,
): ClockMove | undefined {
  const { kind, zone } = clock;
  const { at, tier, days } = ground;
  const start = (due: Date): ClockMove => ({ kind, move: "start", due });
  const working = (count: number): ClockMove => start(endOfWorkingDay(at, zone, count, days));
  const reset: ClockMove | undefined = clock.startedAt ? { kind, move: "reset" } : undefined;
  const meet: ClockMove | undefined = isOpen(clock) ? { kind, move: "meet" } : undefined;
  switch (kind) {
    case "triage":
      if (to === "submitted") return working(triageWorkingDays);
      return from === "submitted" && to !== "paused" && to !== "withdrawn" ? meet : undefined;
    case "records":
      if (to === "gathering-records") return start(endOfDay(at, zone, gatheringDays));
      return to === "ready-for-review" ? { kind, move: "meet" } : undefined;
    case "start":
      if (to === "ready-for-review") return working(startWorkingDays);
      return to === "gathering-records" ? reset : to === "in-review" ? meet : undefined;
    case "opinion":
      if (to === "ready-for-review") return working(opinionWorkingDays[tier]);
      if (to === "gathering-records") return reset;
      return to === "signed" ? { kind, move: "meet" } : undefined;
    case "questions":
      if (to === "delivered") return start(endOfDay(at, zone, questionDays));
      return to === "closed" ? meet : undefined;
    case "blind":
      return undefined;
  }
}

/** It was begun and not met, whether it runs or stands. */
const isOpen = (clock: CaseClockTimes): boolean => ["running", "paused"].includes(clockState(clock));

function moveOfBlind(
  { is }: Exclude<ClockEvent, CaseStep>,
  { at, days }: ClockGround,
  clock: CaseClockTimes,
): ClockMove | undefined {
  const { kind, zone } = clock;
  if (is === "blind-begins")
    return isOpen(clock)
      ? undefined
      : { kind, move: "start", due: endOfWorkingDay(at, zone, blindWorkingDays, days) };
  return isOpen(clock) ? { kind, move: "meet" } : undefined;
}

function resume(clock: CaseClockTimes, at: Date): ClockMove | undefined {
  const { kind, isPausedWithCase } = clock;
  const due = dueAfterPause(clock, at);
  return due && isPausedWithCase ? { kind, move: "resume", due } : undefined;
}

/** The deadline of a clock that goes on at that moment: later by as long as it stood. Undefined: it does not stand. */
export const dueAfterPause = ({ pausedSince, dueAt }: ClockTimes, at: Date): Date | undefined =>
  pausedSince && dueAt ? new Date(dueAt.getTime() + at.getTime() - pausedSince.getTime()) : undefined;

/**
 * The opinion's deadline under another tier: the other norm from the same beginning, and later by what pauses and extensions
 * have added to the old one. Undefined: it has not begun, or is met.
 */
export function dueInTier(
  clock: CaseClockTimes,
  tiersOf: { readonly from: Tier; readonly to: Tier },
  days: WorkingDays,
): Date | undefined {
  const { startedAt, dueAt, zone } = clock;
  if (!isOpen(clock) || !startedAt || !dueAt) return undefined;
  const norm = (tier: Tier) => endOfWorkingDay(startedAt, zone, opinionWorkingDays[tier], days).getTime();
  return new Date(norm(tiersOf.to) + dueAt.getTime() - norm(tiersOf.from));
}
