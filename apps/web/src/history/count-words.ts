import type { SectionDifference } from "./history-api.ts";

export interface PersonWords {
  /** The person's first seat in the case: their colour is the same in each. */
  readonly seat: string;
  readonly added: number;
  readonly removed: number;
}

/** Over all sections, whoever wrote most first. */
export function countWordsByPerson(sections: readonly Pick<SectionDifference, "words">[]): PersonWords[] {
  const byPerson = Map.groupBy(
    sections.flatMap(({ words }) => words),
    ({ seats }) => seats[0] ?? "",
  );
  return [...byPerson]
    .map(([seat, counts]) => ({
      seat,
      added: counts.reduce((sum, { added }) => sum + added, 0),
      removed: counts.reduce((sum, { removed }) => sum + removed, 0),
    }))
    .filter(({ added, removed }) => added + removed > 0)
    .toSorted((one, other) => other.added - one.added || other.removed - one.removed);
}
