import { type ItemRule, textOf } from "./rule.ts";

/** No reason makes that true: it is mended before anybody signs. */
export const recommendationDueBeforeBirth: ItemRule = ({ item, number }, { born }) => {
  const due = textOf(item, "due");
  if (due === "" || born === null || due >= born) return [];
  const target = { section: "recommendations", item: item.id };
  return [{ rule: "recommendation-due-before-birth", level: "must", state: "open", target, number }];
};
