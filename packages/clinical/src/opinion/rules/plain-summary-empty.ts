import { stateOf } from "./check.ts";
import { type Rule, textOfSection } from "./rule.ts";

export const plainSummaryEmpty: Rule = (content) => [
  {
    rule: "plain-summary-empty",
    level: "must",
    state: stateOf(textOfSection(content, "plain") !== ""),
    target: { section: "plain" },
  },
];
