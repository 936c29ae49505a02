import { comparePartialDates, dayOf, type LaboratoryPoint, type LaboratorySeries } from "@consilium/clinical";

/** What was reported together: a table of analytes by date. */
export interface LaboratoryPanel {
  /** Null: without a panel. */
  readonly name: string | null;
  /** Days on which something was measured, the newest first; null: undated values. */
  readonly days: readonly (string | null)[];
  readonly series: readonly LaboratorySeries[];
}

/** Panels in the order in which the record brings them; what belongs to none comes last. */
export function panelsOf(series: readonly LaboratorySeries[]): readonly LaboratoryPanel[] {
  const groups = Map.groupBy(series, ({ group }) => group);
  return [...groups]
    .toSorted(([one], [other]) => Number(one === null) - Number(other === null))
    .map(([name, members]) => ({ name, series: members, days: daysOf(members) }));
}

function daysOf(series: readonly LaboratorySeries[]): readonly (string | null)[] {
  const days = new Set(series.flatMap(({ points }) => points.map(({ date }) => date && dayOf(date))));
  const dated = [...days]
    .filter((day) => day !== null)
    .toSorted((one, other) => comparePartialDates(other, one));
  return days.has(null) ? [...dated, null] : dated;
}

/** All of a day: a value may have been measured twice. */
export const pointsOn = ({ points }: LaboratorySeries, day: string | null): readonly LaboratoryPoint[] =>
  points.filter(({ date }) => (date === null ? null : dayOf(date)) === day);

/** Closed: how a value stands to its range, as its laboratory said it. */
export type Standing = "normal" | "high" | "low" | "critical-high" | "critical-low" | "abnormal" | "other";

const standings: Readonly<Record<string, Standing>> = {
  N: "normal",
  H: "high",
  HU: "high",
  L: "low",
  LU: "low",
  HH: "critical-high",
  LL: "critical-low",
  A: "abnormal",
  AA: "abnormal",
};

/**
 * Codes of HL7 v3 ObservationInterpretation. Undefined: the laboratory said nothing, and nothing is concluded from the range: its
 * method and the patient's age may matter.
 */
export const standingOf = ({ interpretation }: LaboratoryPoint): Standing | undefined =>
  interpretation === null ? undefined : (standings[interpretation.code] ?? "other");
