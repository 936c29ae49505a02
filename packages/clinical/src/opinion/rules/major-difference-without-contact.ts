import { stateOf } from "./check.ts";
import { type ItemRule, textOf } from "./rule.ts";

/** A reading that changes the plan is spoken about with whoever treats the patient. */
export const majorDifferenceWithoutContact: ItemRule = ({ item, number }, { discussed }) => {
  if (textOf(item, "difference") !== "major") return [];
  const state = stateOf(discussed.has(item.id));
  const target = { section: "findings", item: item.id };
  return [{ rule: "major-difference-without-contact", level: "look", state, target, number }];
};
