import { stateOf } from "./check.ts";
import { isEnglish } from "./english.ts";
import { imagingNamedIn } from "./imaging-words.ts";
import { type ItemRule, textOf } from "./rule.ts";

/**
 * A finding is a reading of one's own, so what it was made with is there to be read. Open where only reports of that way of
 * imaging are there, unless the finding says that it goes by a report. English only.
 */
export const findingWithoutImages: ItemRule = ({ item, number }, context) => {
  if (!isEnglish(context)) return [];
  const name = textOf(item, "modality");
  const held = imagingNamedIn(name).map((method) => context.imaging.get(method));
  if (held.every((what) => what === undefined)) return [];
  const isByReport = /\breport(?:s|ed)?\b/i.test(`${name} ${textOf(item, "text")}`);
  const state = stateOf(isByReport || !held.includes("report-only"));
  const target = { section: "findings", item: item.id };
  return [{ rule: "finding-without-images", level: "look", state, target, number, name }];
};
