import { citationYear } from "./citation-year.ts";
import type { ItemRule } from "./rule.ts";

const oldAfterYears = 10;

export const citationOld: ItemRule = ({ item, number }, { year }) => {
  const published = citationYear(item);
  if (published === undefined || year - published <= oldAfterYears) return [];
  const target = { section: "recommendations", item: item.id };
  return [{ rule: "citation-old", level: "look", state: "open", target, number, name: String(published) }];
};
