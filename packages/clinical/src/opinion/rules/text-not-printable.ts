import type { OpinionContent } from "../opinion-content.ts";
import type { Check } from "./check.ts";
import type { Rule } from "./rule.ts";
import { sectionOfKind } from "./section-of-kind.ts";

/** How many of the letters are shown. */
const mostShown = 10;

/**
 * Letters that the printed report has no glyph for, by section and item: it would name them by number (`[U+1F642]`), and a number is
 * no word of an opinion. Where nobody can tell, nothing is said.
 */
export const textNotPrintable: Rule = (content, { uncovered }) =>
  uncovered
    ? textsOf(content).flatMap(({ text, target }): readonly Check[] => {
        const [first, ...more] = new Set(uncovered(text));
        if (first === undefined) return [];
        const name = [first, ...more].slice(0, mostShown).join(" ");
        const words = { ...target, words: first };
        return [{ rule: "text-not-printable", level: "must", state: "open", target: words, name }];
      })
    : [];

/** A text for each section, and one for all the words of an item. */
function textsOf({ sections, items }: OpinionContent) {
  const ofItems = items.flatMap(({ id, kind, fields }) => {
    const section = sectionOfKind[kind];
    const text = Object.values(fields)
      .filter((value) => typeof value === "string")
      .join("\n");
    return section === undefined ? [] : [{ text, target: { section, item: id } }];
  });
  return [...Object.entries(sections).map(([section, text]) => ({ text, target: { section } })), ...ofItems];
}
