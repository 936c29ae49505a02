import { type Part, partOf, type Spread, spreadOf } from "./spread.ts";
import { type Pause, workedTime } from "./worked-time.ts";

/** What a case takes, one after the other; then all of it, from the submission to the signature. */
export const numberedSteps = ["triage", "records", "start", "opinion", "blind", "whole"] as const;
export type NumberedStep = (typeof numberedSteps)[number];

/** One step of one case. */
export interface StepSpan {
  readonly step: NumberedStep;
  readonly from: Date;
  readonly due: Date | null;
  /** Null: it is not done. */
  readonly to: Date | null;
  readonly pauses: readonly Pause[];
  /** The case was declined or withdrawn: what is not done never will be. */
  readonly isBrokenOff: boolean;
}

export interface Period {
  readonly from: Date;
  readonly to: Date;
}

export interface StepNumbers {
  readonly step: NumberedStep;
  /** Done in the period. */
  readonly done: number;
  /** Days of the calendar without the pauses. */
  readonly days: Spread | null;
  /** Of those done that had a deadline. */
  readonly late: Part;
  /** Not done yet, whenever they began: they are in none of the days above. */
  readonly open: number;
  /** Of these, those that run past their deadline. */
  readonly openLate: number;
  /** Of these, the longest so far, in days without pauses. */
  readonly longestOpen: number | null;
}

const day = 86_400_000;

export const daysTaken = ({ from, to, pauses }: StepSpan, now: Date): number =>
  workedTime(from, to ?? now, pauses) / day;

const isLate = ({ due, to }: StepSpan, now: Date): boolean => due !== null && due < (to ?? now);
export const isStanding = ({ to, pauses }: StepSpan): boolean =>
  to === null && pauses.some((pause) => pause.to === null);

/** How long each step took where it ended in the period, and what has not ended. */
export const stepNumbers = (spans: readonly StepSpan[], period: Period): readonly StepNumbers[] =>
  numberedSteps.map((step) => {
    const own = spans.filter((span) => span.step === step);
    const done = own.filter(({ to }) => to !== null && to >= period.from && to <= period.to);
    const open = own.filter(({ to, isBrokenOff }) => to === null && !isBrokenOff);
    return {
      step,
      done: done.length,
      days: spreadOf(done.map((span) => daysTaken(span, period.to))),
      late: partOf(
        done.filter(({ due }) => due !== null),
        (span) => isLate(span, period.to),
      ),
      open: open.length,
      openLate: open.filter((span) => isLate(span, period.to) && !isStanding(span)).length,
      longestOpen: open.length === 0 ? null : Math.max(...open.map((span) => daysTaken(span, period.to))),
    };
  });
