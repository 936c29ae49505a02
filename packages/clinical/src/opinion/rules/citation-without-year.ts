import { stateOf } from "./check.ts";
import { citationYear } from "./citation-year.ts";
import type { ItemRule } from "./rule.ts";

export const citationWithoutYear: ItemRule = ({ item, number }) => [
  {
    rule: "citation-without-year",
    level: "look",
    state: stateOf(citationYear(item) !== undefined),
    target: { section: "recommendations", item: item.id },
    number,
  },
];
