import { createReadability, type Measure } from "../readability/readability.ts";
import type { CheckRule } from "./check.ts";
import { keepLast } from "./keep-last.ts";
import { type Rule, textOfSection } from "./rule.ts";

/** Years of school for which the plain summary is written, and what is as easy on the scales of ease. */
const plainGrade = 8;
const plainInflesz = 55;
const plainEase = 60;

/** Harder to read than is aimed at, by the formulas of its language, and how much of it is too long. Advice, never a lock. */
export function createPlainSummaryHard(): Rule {
  const readability = keepLast(createReadability);
  return (content, { language }) => {
    const { measure, longSentences, longParagraphs } = readability(language)(textOfSection(content, "plain"));
    const found = [
      ...hardToRead(measure),
      ["plain-summary-long-sentences", longSentences],
      ["plain-summary-long-paragraphs", longParagraphs],
    ] as const;
    return found.flatMap(([rule, number]) =>
      number > 0 ? [{ rule, level: "look", state: "open", target: { section: "plain" }, number }] : [],
    );
  };
}

function hardToRead(measure: Measure): readonly (readonly [CheckRule, number])[] {
  switch (measure.language) {
    case "en":
      return measure.grade > plainGrade ? [["plain-summary-grade", measure.grade]] : [];
    case "es":
      return measure.szigriszt < plainInflesz ? [["plain-summary-inflesz", points(measure.szigriszt)]] : [];
    case "fr":
      return measure.kandelMoles < plainEase
        ? [["plain-summary-kandel-moles", points(measure.kandelMoles)]]
        : [];
    case "de":
      return [
        ...(measure.amstad < plainEase ? [["plain-summary-amstad", points(measure.amstad)] as const] : []),
        ...(measure.wiener > plainGrade
          ? [["plain-summary-wiener", Math.round(measure.wiener)] as const]
          : []),
      ];
    case "too-short":
    case "none":
      return [];
  }
}

/** Very hard texts fall below the scale. */
const points = (ease: number): number => Math.max(1, Math.round(ease));
