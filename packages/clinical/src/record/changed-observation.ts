import type { LaboratoryPoint, LaboratorySeries } from "./laboratory.ts";
import { valueText } from "./record-text.ts";
import { sameObservations } from "./same-observation.ts";

interface Content {
  readonly series: readonly LaboratorySeries[];
}

/** A value with what it is of. */
export interface ObservedValue {
  readonly series: LaboratorySeries;
  readonly point: LaboratoryPoint;
}

/** What a laboratory had said, and what it says in a newer version. */
export interface ObservationChange {
  readonly was: ObservedValue;
  readonly now: ObservedValue;
}

/**
 * What became of a value in the record that took the place of `earlier`. Undefined: it says the same, or which one it is now
 * cannot be told. `60` and `60.0` are the same; another unit is another value.
 */
export function changedObservation(
  earlier: Content,
  newer: Content,
  id: string,
): ObservationChange | undefined {
  const was = valueOf(earlier, id);
  const now = valueOf(newer, sameObservations(earlier, newer).get(id));
  return was && now && !saySame(was, now) ? { was, now } : undefined;
}

function valueOf({ series }: Content, id: string | undefined): ObservedValue | undefined {
  for (const one of series) {
    const point = one.points.find((each) => each.id === id);
    if (point) return { series: one, point };
  }
  return undefined;
}

function saySame(one: ObservedValue, other: ObservedValue): boolean {
  const [value, another] = [one.point.value, other.point.value];
  if (value.kind !== "quantity" || another.kind !== "quantity")
    return value.kind === another.kind && valueText(value) === valueText(another);
  return (
    value.value.number === another.value.number &&
    value.comparator === another.comparator &&
    unitOf(one) === unitOf(other)
  );
}

const unitOf = ({ series: { unit } }: ObservedValue): string => unit?.ucum ?? unit?.text ?? "";
