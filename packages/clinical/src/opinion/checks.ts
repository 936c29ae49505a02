import { createUnexplainedTerms, type UnexplainedTerm } from "../glossary/unexplained-terms.ts";
import { createSideReader, type SideConflict } from "./laterality.ts";
import type { OpinionContent, OpinionContext, OpinionItem } from "./opinion-content.ts";
import { createReadability, type Measure, type Readability } from "./readability/readability.ts";

/** Closed: each rule has a sentence in the catalogue. `must` will block the signature, `look` asks for a look. */
export type CheckRule =
  | "question-without-answer"
  | "recommendation-without-owner"
  | "recommendation-without-urgency"
  | "strong-on-low-certainty"
  | "finding-without-evidence"
  | "major-difference-without-contact"
  | "side-differs"
  | "missing-record-not-in-limitations"
  | "plain-summary-empty"
  | "plain-summary-grade"
  | "plain-summary-inflesz"
  | "plain-summary-kandel-moles"
  | "plain-summary-amstad"
  | "plain-summary-wiener"
  | "plain-summary-jargon"
  | "plain-summary-long-sentences"
  | "plain-summary-long-paragraphs"
  | "citation-without-identifier"
  | "citation-without-year"
  | "citation-old";

export interface Check {
  readonly rule: CheckRule;
  readonly level: "must" | "look";
  readonly state: "open" | "met";
  /** Where to go to mend it. */
  readonly target: {
    readonly section: string;
    readonly item?: string;
    /** As they stand there for the first time. */
    readonly words?: string;
  };
  /** What the sentence names: the number of an item within its kind, a record, a year. */
  readonly number?: number;
  readonly name?: string;
}

const oldAfterYears = 10;
/** Years of school for which the plain summary is written, and what is as easy on the scales of ease. */
const plainGrade = 8;
const plainInflesz = 55;
const plainEase = 60;

export type Checker = (content: OpinionContent, context: OpinionContext) => readonly Check[];

/**
 * The completeness rules of an opinion, computed from its content alone, never stored. Open ones first, what must be done
 * before what is to be looked at; a rule that nothing in the draft touches yields nothing. For one draft while it is written:
 * of its words only what changed since the last time is read.
 */
export function createChecker(): Checker {
  const conflicts = createSideReader();
  const readability = keepLast(createReadability);
  const unexplained = keepLast(createUnexplainedTerms);
  return (content, context) => {
    const { language, findTerms } = context;
    const plain = content.sections["plain"] ?? "";
    const words = [
      ...(isEnglish(context) ? sides(conflicts(content)) : []),
      ...plainWords(readability(language)(plain)),
      ...(findTerms ? unexplained(findTerms)(plain).map(jargon) : []),
    ];
    return computeChecks(content, context, words);
  };
}

/** A reader is made again where what it is made for changes: the language of a draft, once, if ever. */
function keepLast<For, Reader>(make: (what: For) => Reader): (what: For) => Reader {
  let kept: { readonly what: For; readonly reader: Reader } | undefined;
  return (what) => {
    if (kept?.what !== what) kept = { what, reader: make(what) };
    return kept.reader;
  };
}

/** `words`: what rules that read words have found. */
function computeChecks(
  content: OpinionContent,
  context: OpinionContext,
  words: readonly Check[],
): readonly Check[] {
  const numbered = (kind: string) =>
    content.items
      .filter((item) => item.kind === kind)
      .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
      .map((item, index) => ({ item, number: index + 1 }));
  const checks = [
    ...answers(content, context),
    ...numbered("recommendation").flatMap(recommendation),
    ...numbered("finding").flatMap((one) => finding(one, context)),
    ...limitations(content, context),
    plainSummary(content),
    ...words,
    ...numbered("citation").flatMap((citation) => citationChecks(citation, context.year)),
  ];
  return checks.toSorted((one, other) => weight(one) - weight(other));
}

interface Numbered {
  readonly item: OpinionItem;
  readonly number: number;
}

const weight = ({ state, level }: Check): number => (state === "met" ? 2 : level === "must" ? 0 : 1);
const stateOf = (met: boolean): Check["state"] => (met ? "met" : "open");
const text = (item: OpinionItem, field: string): string => {
  const value = item.fields[field];
  return typeof value === "string" ? value.trim() : "";
};

const isList = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

function answers({ items }: OpinionContent, { questions }: OpinionContext): Check[] {
  const given = items.filter(({ kind }) => kind === "answer");
  return questions
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, rank }) => {
      const answer = given.find((item) => item.fields["question"] === id);
      const met = answer !== undefined && (text(answer, "text") !== "" || text(answer, "cannot") !== "");
      const target = answer ? { section: "answers", item: answer.id } : { section: "answers" };
      return { rule: "question-without-answer", level: "must", state: stateOf(met), target, number: rank };
    });
}

function recommendation({ item, number }: Numbered): Check[] {
  const target = { section: "recommendations", item: item.id };
  const checks: Check[] = [
    {
      rule: "recommendation-without-owner",
      level: "must",
      state: stateOf(text(item, "owner") !== ""),
      target,
      number,
    },
    {
      rule: "recommendation-without-urgency",
      level: "must",
      state: stateOf(text(item, "urgency") !== ""),
      target,
      number,
    },
  ];
  const isDaring = text(item, "strength") === "strong" && /^(very )?low$/.test(text(item, "certainty"));
  if (isDaring) {
    const state = stateOf(text(item, "reason") !== "");
    checks.push({ rule: "strong-on-low-certainty", level: "look", state, target, number });
  }
  return checks;
}

function finding({ item, number }: Numbered, { discussed }: OpinionContext): Check[] {
  const target = { section: "findings", item: item.id };
  const shown = stateOf(isList(item.fields["evidence"]));
  const checks: Check[] = [{ rule: "finding-without-evidence", level: "look", state: shown, target, number }];
  if (text(item, "difference") === "major") {
    const state = stateOf(discussed.has(item.id));
    checks.push({ rule: "major-difference-without-contact", level: "look", state, target, number });
  }
  return checks;
}

const isEnglish = ({ language }: OpinionContext): boolean => /^en\b/i.test(language);

const sides = (conflicts: readonly SideConflict[]): Check[] =>
  conflicts.map(({ structure, section }) => ({
    rule: "side-differs",
    level: "look",
    state: "open",
    target: { section },
    name: structure,
  }));

function limitations({ sections }: OpinionContent, { missingRecords }: OpinionContext): Check[] {
  const met = (sections["limitations"] ?? "").trim() !== "";
  return missingRecords.map((name) => ({
    rule: "missing-record-not-in-limitations",
    level: "must",
    state: stateOf(met),
    target: { section: "limitations" },
    name,
  }));
}

const plainSummary = ({ sections }: OpinionContent): Check => ({
  rule: "plain-summary-empty",
  level: "must",
  state: stateOf((sections["plain"] ?? "").trim() !== ""),
  target: { section: "plain" },
});

/** Advice, never a lock. */
function plainWords({ measure, longSentences, longParagraphs }: Readability): Check[] {
  const found = [
    ...hardToRead(measure),
    ["plain-summary-long-sentences", longSentences],
    ["plain-summary-long-paragraphs", longParagraphs],
  ] as const;
  return found.flatMap(([rule, number]) =>
    number > 0 ? [{ rule, level: "look", state: "open", target: { section: "plain" }, number }] : [],
  );
}

/** Advice, never a lock. */
const jargon = ({ words }: UnexplainedTerm): Check => ({
  rule: "plain-summary-jargon",
  level: "look",
  state: "open",
  target: { section: "plain", words },
  name: words,
});

/** By the formulas of the language, where the text is harder than what is aimed at. */
function hardToRead(measure: Measure): readonly (readonly [CheckRule, number])[] {
  switch (measure.language) {
    case "en":
      return measure.grade > plainGrade ? [["plain-summary-grade", measure.grade]] : [];
    case "es":
      return measure.szigriszt < plainInflesz ? [["plain-summary-inflesz", scale(measure.szigriszt)]] : [];
    case "fr":
      return measure.kandelMoles < plainEase
        ? [["plain-summary-kandel-moles", scale(measure.kandelMoles)]]
        : [];
    case "de":
      return [
        ...(measure.amstad < plainEase ? [["plain-summary-amstad", scale(measure.amstad)] as const] : []),
        ...(measure.wiener > plainGrade
          ? [["plain-summary-wiener", Math.round(measure.wiener)] as const]
          : []),
      ];
    case "too-short":
    case "none":
      return [];
  }
}

/** A scale from hard to easy begins at 1: very hard texts would fall out of it. */
const scale = (ease: number): number => Math.max(1, Math.round(ease));

function citationChecks({ item, number }: Numbered, year: number): Check[] {
  const target = { section: "recommendations", item: item.id };
  const identified = ["pmid", "doi", "url"].some((field) => text(item, field) !== "");
  const published = Number(item.fields["year"]);
  const dated = Number.isInteger(published) && published > 0;
  const checks: Check[] = [
    { rule: "citation-without-identifier", level: "look", state: stateOf(identified), target, number },
    { rule: "citation-without-year", level: "look", state: stateOf(dated), target, number },
  ];
  if (dated && year - published > oldAfterYears) {
    checks.push({
      rule: "citation-old",
      level: "look",
      state: "open",
      target,
      number,
      name: String(published),
    });
  }
  return checks;
}
