import { type CsvValue, daysTaken, isStanding, type Period } from "@consilium/clinical";
import type { SpanOfCase } from "./read-spans.ts";

const head = [
  "case",
  "specialty",
  "tier",
  "step",
  "begun",
  "due",
  "done",
  "days without pauses",
  "pauses",
  "state",
  "late",
];

/** Each step that ended in the period or is open, a row each, by case and by when it began. */
export function numbersTable(spans: readonly SpanOfCase[], period: Period): readonly (readonly CsvValue[])[] {
  const shown = spans.filter(({ to }) => to === null || (to >= period.from && to <= period.to));
  return [head, ...shown.map((span) => rowOf(span, period.to))];
}

function rowOf(span: SpanOfCase, now: Date): readonly CsvValue[] {
  const { of, step, from, due, to, pauses } = span;
  const days = Math.round(daysTaken(span, now) * 100) / 100;
  const isLate = due !== null && due < (to ?? now) && !isStanding(span);
  return [
    of.number,
    of.specialty,
    of.tier,
    step,
    from.toISOString(),
    due?.toISOString() ?? null,
    to?.toISOString() ?? null,
    days,
    pauses.length,
    stateOf(span),
    due === null ? null : isLate ? "yes" : "no",
  ];
}

function stateOf(span: SpanOfCase): string {
  if (span.to !== null) return "done";
  return span.isBrokenOff ? "broken off" : isStanding(span) ? "paused" : "open";
}
