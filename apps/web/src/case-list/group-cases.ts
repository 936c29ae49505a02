import { foldWords } from "@consilium/foundation";
import type { CaseListItem } from "../case/case-api.ts";

/** Cases that are alike, and so ask for the same checklist. */
export interface CaseGroup<Item> {
  /** Closed: by the same title, by the same first question, or only by the same specialty. */
  readonly likeness:
    | { readonly title: string }
    | { readonly question: string }
    | { readonly specialty: string };
  readonly cases: readonly Item[];
}

type Groupable = Pick<CaseListItem, "title" | "specialty" | "firstQuestion">;

/**
 * Cases of one title stand together; of the others those that ask the same; the rest of a specialty below its name, or alone below their title. In the
 * order of the list: a group stands where its first case stood.
 */
export function groupCases<Item extends Groupable>(cases: readonly Item[]): CaseGroup<Item>[] {
  const titles = countsOf(cases.map(titleKey));
  const questions = countsOf(cases.filter((item) => (titles.get(titleKey(item)) ?? 0) < 2).map(questionKey));
  const keyOf = (item: Item): string => {
    if ((titles.get(titleKey(item)) ?? 0) > 1) return titleKey(item);
    return (questions.get(questionKey(item)) ?? 0) > 1 ? questionKey(item) : `specialty ${item.specialty}`;
  };
  return [...Map.groupBy(cases, keyOf)].flatMap(([key, members]) => {
    const [first] = members;
    return first ? [{ likeness: likenessOf(first, key, members.length), cases: members }] : [];
  });
}

function likenessOf(first: Groupable, key: string, count: number): CaseGroup<Groupable>["likeness"] {
  const { title, specialty, firstQuestion } = first;
  if (key === titleKey(first) || (count === 1 && title !== "")) return { title };
  return key === questionKey(first) && firstQuestion !== null ? { question: firstQuestion } : { specialty };
}

/** How often each stands there. What nobody named is not alike by having no name. */
const countsOf = (keys: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(keys, (key) => key)].map(([key, { length }]) => [key, key === "" ? 0 : length]));

const titleKey = ({ title, specialty }: Groupable): string => likeKey("title", specialty, title);
const questionKey = ({ firstQuestion, specialty }: Groupable): string =>
  likeKey("question", specialty, firstQuestion ?? "");

function likeKey(what: string, specialty: string, words: string): string {
  const folded = foldWords(words);
  return folded === "" ? "" : `${what} ${specialty} ${folded}`;
}
