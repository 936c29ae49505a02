import type { Conference } from "./conferences-query.ts";

type Attendance = Conference["attended"][number];

export interface Person {
  readonly seat: string;
  readonly name: string;
  /** Each time that they were in. */
  readonly spans: readonly Pick<Attendance, "from" | "to">[];
}

/** Each person once, in the order in which they first came; a guest too. */
export function peopleOf(attended: readonly Attendance[]): readonly Person[] {
  const people = new Map<string, Person>();
  for (const { seat, name, from, to } of attended.toSorted((one, other) =>
    one.from.localeCompare(other.from),
  )) {
    const known = people.get(seat);
    people.set(seat, { seat, name, spans: [...(known?.spans ?? []), { from, to }] });
  }
  return [...people.values()];
}
