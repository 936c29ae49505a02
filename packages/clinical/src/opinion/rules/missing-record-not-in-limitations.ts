import { stateOf } from "./check.ts";
import { type Rule, textOfSection } from "./rule.ts";

/** Where a required record is missing, something stands in the limitations. */
export const missingRecordNotInLimitations: Rule = (content, { missingRecords }) =>
  missingRecords.map((name) => ({
    rule: "missing-record-not-in-limitations",
    level: "must",
    state: stateOf(textOfSection(content, "limitations") !== ""),
    target: { section: "limitations" },
    name,
  }));
