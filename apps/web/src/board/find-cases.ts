import type { BoardItem } from "./board-query.ts";

export type FoundIn = Pick<BoardItem, "number" | "title" | "patient" | "people">;

/** So many are shown; who sees their case in none of them types more of its name. */
const most = 12;

/** Without case and accents, as people type names that they have only heard. */
const fold = (words: string): string =>
  words
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();

/** Cases in which every word that is typed stands: in the name of the patient or of somebody else, the number or the title. */
export function findCases<Item extends FoundIn>(items: readonly Item[], sought: string): readonly Item[] {
  const words = fold(sought)
    .split(/\s+/u)
    .filter((word) => word !== "");
  return items.filter((item) => words.every((word) => fold(wordsOf(item)).includes(word))).slice(0, most);
}

const wordsOf = ({ number, title, patient, people }: FoundIn): string =>
  [number, title, patient.name, ...people.filter(({ ended }) => !ended).map(({ name }) => name)].join("\n");
