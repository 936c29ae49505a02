import { stateOf } from "./check.ts";
import { type ItemRule, textOf } from "./rule.ts";

/** A source can be found again: by an identifier or an address, or because it is a guideline, which often has neither. */
export const citationWithoutIdentifier: ItemRule = ({ item, number }) => [
  {
    rule: "citation-without-identifier",
    level: "look",
    state: stateOf(
      ["pmid", "doi", "pmcid", "url"].some((field) => textOf(item, field) !== "") ||
        item.fields["publication"] === "guideline",
    ),
    target: { section: "recommendations", item: item.id },
    number,
  },
];
