import { createUnexplainedTerms } from "../../glossary/unexplained-terms.ts";
import { keepLast } from "./keep-last.ts";
import { type Rule, textOfSection } from "./rule.ts";

/** Each word of the glossary that the plain summary uses and nowhere explains. Advice, never a lock. */
export function createPlainSummaryJargon(): Rule {
  const unexplained = keepLast(createUnexplainedTerms);
  return (content, { findTerms }) =>
    findTerms
      ? unexplained(findTerms)(textOfSection(content, "plain")).map(({ words }) => ({
          rule: "plain-summary-jargon",
          level: "look",
          state: "open",
          target: { section: "plain", words },
          name: words,
        }))
      : [];
}
