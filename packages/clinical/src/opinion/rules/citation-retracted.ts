import type { ItemRule } from "./rule.ts";

/** Its journal took it back: known only where an import or a person said so. */
export const citationRetracted: ItemRule = ({ item, number }) =>
  item.fields["retracted"] === true
    ? [
        {
          rule: "citation-retracted",
          level: "look",
          state: "open",
          target: { section: "recommendations", item: item.id },
          number,
        },
      ]
    : [];
