import { stateOf } from "./check.ts";
import { type ItemRule, textOf } from "./rule.ts";

/** What is still to be done is due today or later; a day before the birth is told by a rule of its own. */
export const recommendationDuePast: ItemRule = ({ item, number }, { today, born }) => {
  const due = textOf(item, "due");
  if (due === "" || (born !== null && due < born)) return [];
  const target = { section: "recommendations", item: item.id };
  return [{ rule: "recommendation-due-past", level: "look", state: stateOf(due >= today), target, number }];
};
