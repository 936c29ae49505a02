import { identifiers, readIdentifier } from "../citation/identifiers.ts";
import { type ItemRule, textOf } from "./rule.ts";

/** What stands as a DOI or a number of PubMed has the form of one. */
export const citationWrongIdentifier: ItemRule = ({ item, number }) => {
  const wrong = identifiers
    .map((name) => [name, textOf(item, name)] as const)
    .find(([name, text]) => text !== "" && readIdentifier(name, text) === undefined);
  if (!wrong) return [];
  const target = { section: "recommendations", item: item.id };
  return [
    { rule: "citation-wrong-identifier", level: "look", state: "open", target, number, name: wrong[1] },
  ];
};
