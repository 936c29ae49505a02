import { stateOf } from "./check.ts";
import { type ItemRule, textOf } from "./rule.ts";

export const recommendationWithoutOwner: ItemRule = ({ item, number }) => [
  {
    rule: "recommendation-without-owner",
    level: "must",
    state: stateOf(textOf(item, "owner") !== ""),
    target: { section: "recommendations", item: item.id },
    number,
  },
];
