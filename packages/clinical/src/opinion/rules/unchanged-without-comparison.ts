import { createLineReader } from "@consilium/foundation";
import { stateOf } from "./check.ts";
import { isComparisonNamed, unchangedIn } from "./comparison-words.ts";
import { isEnglish } from "./english.ts";
import { forEach, type Rule, textOf } from "./rule.ts";

/**
 * What is said to be as it was names the study that it is compared with, and its date: a finding in its own words or by two places
 * of the records, the text of the section anywhere in it ("Comparison: CT of 3 May 2024"), and then also for the findings below
 * it. English only. Of a text that is read again, only lines that changed are.
 */
export function createUnchangedWithoutComparison(): Rule {
  const read = createLineReader((line) => ({ said: unchangedIn(line), named: isComparisonNamed(line) }));
  return (content, context) => {
    if (!isEnglish(context)) return [];
    const lines = read(content.sections["findings"] ?? "");
    const isNamed = lines.some(({ named }) => named);
    const said = lines.find((line) => line.said !== undefined)?.said;
    const target = { section: "findings" };
    const state = stateOf(isNamed);
    return [
      ...(said === undefined
        ? []
        : [{ rule, level, state, target: { ...target, words: said }, name: said } as const]),
      ...forEach("finding", [
        ({ item, number }) => {
          const words = ["modality", "site", "text", "consequence"].map((field) => textOf(item, field));
          if (unchangedIn(words.join("\n")) === undefined) return [];
          const places = item.fields["evidence"];
          const isShown = Array.isArray(places) && places.length > 1;
          const met = isNamed || isShown || isComparisonNamed(words.join(" "));
          return [
            { rule: ofFinding, level, state: stateOf(met), target: { ...target, item: item.id }, number },
          ];
        },
      ])(content, context),
    ];
  };
}

const rule = "unchanged-without-comparison";
const ofFinding = "finding-unchanged-without-comparison";
const level = "look";
