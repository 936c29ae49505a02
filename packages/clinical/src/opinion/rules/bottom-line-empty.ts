import { stateOf } from "./check.ts";
import { type Rule, textOfSection } from "./rule.ts";

export const bottomLineEmpty: Rule = (content) => [
  {
    rule: "bottom-line-empty",
    level: "must",
    state: stateOf(textOfSection(content, "question") !== ""),
    target: { section: "question" },
  },
];
