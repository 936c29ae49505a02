import { foldWords } from "@consilium/foundation";
import type { z } from "@hono/zod-openapi";
import type { CaseListItem } from "./case-schemas.ts";

type Item = Pick<
  z.infer<typeof CaseListItem>,
  "number" | "title" | "specialty" | "patient" | "firstQuestion" | "people" | "workplace"
>;

/**
 * Whether each of the words stands somewhere in what the reader is shown of a case in their list. It looks at the answer and at nothing else: a search
 * tells a blind reader no more than the list does.
 */
export function isFoundBy(item: Item, words: string): boolean {
  const { number, title, specialty, patient, firstQuestion, people, workplace } = item;
  const names = people.filter(({ ended }) => !ended).map(({ name }) => name);
  const shown = [number, title, specialty, patient.name, firstQuestion, workplace, ...names];
  const text = ` ${foldWords(shown.filter((part) => part !== null).join(" | "))}`;
  // From the beginning of a word: "metas" finds metastases, "art" does not find heart.
  return foldWords(words)
    .split(" ")
    .every((word) => text.includes(` ${word}`));
}
