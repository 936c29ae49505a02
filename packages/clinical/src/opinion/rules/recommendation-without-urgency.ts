import { stateOf } from "./check.ts";
import { type ItemRule, textOf } from "./rule.ts";

export const recommendationWithoutUrgency: ItemRule = ({ item, number }) => [
  {
    rule: "recommendation-without-urgency",
    level: "must",
    state: stateOf(textOf(item, "urgency") !== ""),
    target: { section: "recommendations", item: item.id },
    number,
  },
];
