import { type NumberedStep, numberedSteps, type Pause, type StepSpan } from "@consilium/clinical";
import type { NumberedCase, NumberedClockRow, NumberedPauseRow, StepOfCase } from "@consilium/database";

/** A step of a case with whose it is. */
export interface SpanOfCase extends StepSpan {
  readonly of: NumberedCase;
}

export interface TimesOfCase {
  readonly clocks: readonly NumberedClockRow[];
  readonly pauses: readonly NumberedPauseRow[];
  readonly steps: readonly StepOfCase[];
}

const isBrokenOff = ({ state }: NumberedCase): boolean => state === "declined" || state === "withdrawn";

/** Each clock that has begun, and all of it: from the submission to the signature. */
export function spansOf(of: NumberedCase, times: TimesOfCase): readonly SpanOfCase[] {
  const broken = isBrokenOff(of);
  const clocks = times.clocks.flatMap((row): SpanOfCase[] => {
    const step = stepOf(row);
    if (!step || !row.startedAt) return [];
    return [
      {
        of,
        step,
        from: row.startedAt,
        due: row.dueAt,
        to: row.doneAt,
        pauses: times.pauses
          .filter(({ clockId }) => clockId === row.id)
          .map(({ fromAt, toAt }) => ({ from: fromAt, to: toAt })),
        isBrokenOff: broken,
      },
    ];
  });
  const whole: SpanOfCase = {
    of,
    step: "whole",
    from: of.submittedAt,
    due: null,
    to: signedAt(of, times.steps),
    pauses: pausesOfCase(times.steps),
    isBrokenOff: broken,
  };
  return [...clocks, whole];
}

/** The clock of the questions is no step: it is met when time has passed. */
const stepOf = ({ kind }: NumberedClockRow): NumberedStep | undefined =>
  numberedSteps.find((step) => step === kind);

const signedAt = (of: NumberedCase, steps: readonly StepOfCase[]): Date | null =>
  steps.find(({ to }) => to === "signed")?.at ?? of.signedAt;

/** In which the whole case stood. */
const pausesOfCase = (steps: readonly StepOfCase[]): readonly Pause[] =>
  steps.flatMap(({ to, at }, index) =>
    to === "paused" ? [{ from: at, to: steps[index + 1]?.at ?? null }] : [],
  );
