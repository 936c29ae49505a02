import { placeholder } from "../../template/opinion-template.ts";
import type { Rule } from "./rule.ts";

/** Places of a template that nobody filled in: one point a section, at the first of them. */
export const placeholderLeft: Rule = ({ sections }) =>
  Object.entries(sections).flatMap(([section, text]) => {
    const number = text.split(placeholder).length - 1;
    if (number === 0) return [];
    const target = { section, words: placeholder };
    return [{ rule: "placeholder-left", level: "look", state: "open", target, number }];
  });
