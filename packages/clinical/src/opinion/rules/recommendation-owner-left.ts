import { stateOf } from "./check.ts";
import { type ItemRule, textOf } from "./rule.ts";

/** An owner with a seat in the case is still in it. One who is only a name is not known to the case. */
export const recommendationOwnerLeft: ItemRule = ({ item, number }, { seats }) => {
  const seat = seats?.get(textOf(item, "owner"));
  if (!seat) return [];
  const { hasEnded, name } = seat;
  const target = { section: "recommendations", item: item.id };
  return [
    { rule: "recommendation-owner-left", level: "look", state: stateOf(!hasEnded), target, number, name },
  ];
};
