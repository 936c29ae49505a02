import { citationYear } from "./citation-year.ts";
import type { ItemRule } from "./rule.ts";

const oldAfterYears = 10;

export const citationOld: ItemRule = ({ item, number }, { today }) => {
  const published = citationYear(item);
  if (published === undefined || Number(today.slice(0, 4)) - published <= oldAfterYears) return [];
  const target = { section: "recommendations", item: item.id };
  return [{ rule: "citation-old", level: "look", state: "open", target, number, name: String(published) }];
};
