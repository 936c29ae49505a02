import { stateOf } from "./check.ts";
import { type ItemRule, textOf } from "./rule.ts";

/** A strong recommendation on low or very low certainty (GRADE) wants a written reason. */
export const strongOnLowCertainty: ItemRule = ({ item, number }) => {
  const isDaring = textOf(item, "strength") === "strong" && /^(very )?low$/.test(textOf(item, "certainty"));
  if (!isDaring) return [];
  const state = stateOf(textOf(item, "reason") !== "");
  const target = { section: "recommendations", item: item.id };
  return [{ rule: "strong-on-low-certainty", level: "look", state, target, number }];
};
