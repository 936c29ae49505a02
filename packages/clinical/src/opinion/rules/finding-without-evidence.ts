import { stateOf } from "./check.ts";
import type { ItemRule } from "./rule.ts";

/** A finding shows the place in the records that it rests on. */
export const findingWithoutEvidence: ItemRule = ({ item, number }) => {
  const evidence = item.fields["evidence"];
  const state = stateOf(Array.isArray(evidence) && evidence.length > 0);
  const target = { section: "findings", item: item.id };
  return [{ rule: "finding-without-evidence", level: "look", state, target, number }];
};
