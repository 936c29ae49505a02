import type { BoardItem } from "./board-query.ts";
import { type BoardSearch, nobody } from "./board-search.ts";

export type ShownItem = Pick<BoardItem, "people" | "specialty" | "hasAuthor" | "column">;

/** Who works on cases: not the patient's side, nor a guest of one conference. */
const workers = new Set<BoardItem["people"][number]["role"]>([
  "specialist",
  "coordinator",
  "referrer",
  "care-team",
]);

const namesOf = ({ people }: Pick<ShownItem, "people">): readonly string[] =>
  people.filter(({ role, ended }) => workers.has(role) && !ended).map(({ name }) => name);

/** By whom the board can be narrowed, in the order of their names. */
export const peopleOnBoard = (items: readonly ShownItem[]): readonly string[] =>
  [...new Set(items.flatMap(namesOf))].toSorted((one, other) => one.localeCompare(other));

const waitsForAuthor = ({ hasAuthor, column }: ShownItem): boolean => !hasAuthor && column !== "delivered";

export function shownOnBoard<Item extends ShownItem>(
  items: readonly Item[],
  { who, specialty }: BoardSearch,
): readonly Item[] {
  const isWhose = (item: Item) => (who === nobody ? waitsForAuthor(item) : namesOf(item).includes(who ?? ""));
  return items.filter(
    (item) =>
      (who === undefined || isWhose(item)) && (specialty === undefined || item.specialty === specialty),
  );
}
