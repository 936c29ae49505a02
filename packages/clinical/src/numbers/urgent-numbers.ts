import { type Part, partOf, type Spread, spreadOf } from "./spread.ts";
import type { Period } from "./step-numbers.ts";

export interface NumberedUrgent {
  readonly raisedAt: Date;
  readonly dueAt: Date;
  readonly escalatedAt: Date | null;
  readonly acknowledgedAt: Date | null;
}

export interface UrgentNumbers {
  readonly raised: number;
  /** Minutes to the acknowledgment. What is urgent stands in no pause. */
  readonly minutes: Spread | null;
  /** Taken on before their hour was over, of those whose hour is. */
  readonly inTime: Part;
  readonly escalated: number;
  readonly open: number;
}

const minute = 60_000;

export function urgentNumbers(all: readonly NumberedUrgent[], { from, to }: Period): UrgentNumbers {
  const raised = all.filter(({ raisedAt }) => raisedAt >= from && raisedAt <= to);
  return {
    raised: raised.length,
    minutes: spreadOf(
      raised.flatMap(({ raisedAt, acknowledgedAt: had }) =>
        had ? [(had.getTime() - raisedAt.getTime()) / minute] : [],
      ),
    ),
    inTime: partOf(
      raised.filter(({ acknowledgedAt, dueAt }) => acknowledgedAt !== null || dueAt <= to),
      ({ acknowledgedAt, dueAt }) => acknowledgedAt !== null && acknowledgedAt <= dueAt,
    ),
    escalated: raised.filter(({ escalatedAt }) => escalatedAt !== null).length,
    open: raised.filter(({ acknowledgedAt }) => acknowledgedAt === null).length,
  };
}
