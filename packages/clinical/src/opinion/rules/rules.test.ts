import { expect, test } from "vitest";
import type { OpinionContent, OpinionContext, OpinionItem } from "../opinion-content.ts";
import { answerToWithdrawnQuestion } from "./answer-to-withdrawn-question.ts";
import { bottomLineEmpty } from "./bottom-line-empty.ts";
import { type Check, isBlocking } from "./check.ts";
import { citationRetracted } from "./citation-retracted.ts";
import { citationWithoutIdentifier } from "./citation-without-identifier.ts";
import { citationWrongIdentifier } from "./citation-wrong-identifier.ts";
import { limitationsWithoutMissingRecord } from "./limitations-without-missing-record.ts";
import { placeholderLeft } from "./placeholder-left.ts";
import { recommendationDueBeforeBirth } from "./recommendation-due-before-birth.ts";
import { recommendationDuePast } from "./recommendation-due-past.ts";
import { recommendationOwnerLeft } from "./recommendation-owner-left.ts";
import { strongOnLowCertainty } from "./strong-on-low-certainty.ts";
import { textNotPrintable } from "./text-not-printable.ts";

const item = (kind: string, fields: Record<string, unknown>): OpinionItem => ({
  id: kind,
  kind,
  rank: "a0",
  fields,
});
const context = (more: Partial<OpinionContext> = {}): OpinionContext => ({
  questions: [],
  missingRecords: [],
  imaging: new Map(),
  today: "2026-12-01",
  born: null,
  language: "en",
  discussed: new Set(),
  ...more,
});
const content = (more: Partial<OpinionContent> = {}): OpinionContent => ({
  sections: {},
  items: [],
  ...more,
});
const states = (checks: readonly Check[]) => checks.map(({ state }) => state);
const ofItem = (fields: Record<string, unknown>, kind: string) => ({ item: item(kind, fields), number: 2 });

test("the bottom line is written; white space is not", () => {
  const [check] = bottomLineEmpty(content({ sections: { question: " \n" } }), context());
  expect(check).toEqual({
    rule: "bottom-line-empty",
    level: "must",
    state: "open",
    target: { section: "question" },
  });
  expect(check && isBlocking(check)).toBe(true);
  expect(states(bottomLineEmpty(content({ sections: { question: "Yes." } }), context()))).toEqual(["met"]);
});

test("an answer to a question that was withdrawn is said, and no fault", () => {
  const questions = [{ id: "q1", rank: 1, text: "Can it wait?", withdrawn: true }];
  const answered = [item("answer", { question: "q1", text: "Yes." })];
  const [check] = answerToWithdrawnQuestion(content({ items: answered }), context({ questions }));
  expect(check).toMatchObject({
    state: "said",
    name: "Can it wait?",
    target: { section: "answers", item: "answer" },
  });
  expect(check && isBlocking(check)).toBe(false);
  const empty = [item("answer", { question: "q1", text: "" })];
  expect(answerToWithdrawnQuestion(content({ items: empty }), context({ questions }))).toEqual([]);
  const asked = context({ questions: [{ id: "q1", rank: 1, text: "Can it wait?", withdrawn: false }] });
  expect(answerToWithdrawnQuestion(content({ items: answered }), asked)).toEqual([]);
});

test("an owner whose seat has ended is told by name; a name without a seat is not", () => {
  const seats = new Map([
    ["gone", { name: "Dr Okonkwo", hasEnded: true }],
    ["here", { name: "Dr Reyes", hasEnded: false }],
  ]);
  const of = (owner: string | null) =>
    recommendationOwnerLeft(ofItem({ owner }, "recommendation"), context({ seats }));
  expect(of("gone")).toMatchObject([
    { level: "look", state: "open", name: "Dr Okonkwo", number: 2, target: { item: "recommendation" } },
  ]);
  expect(states(of("here"))).toEqual(["met"]);
  expect(of("The family doctor")).toEqual([]);
  expect(of(null)).toEqual([]);
  expect(recommendationOwnerLeft(ofItem({ owner: "gone" }, "recommendation"), context())).toEqual([]);
});

const dueOf = (due: string | null, born: string | null = "1968-03-14") => {
  const recommended = ofItem({ due }, "recommendation");
  const rules = [recommendationDuePast, recommendationDueBeforeBirth];
  return rules.flatMap((rule) => rule(recommended, context({ born })));
};

test("what is to be done is due today or later, and never before the patient was born", () => {
  const target = { section: "recommendations", item: "recommendation" };
  expect(dueOf("2026-11-30")).toEqual([
    { rule: "recommendation-due-past", level: "look", state: "open", target, number: 2 },
  ]);
  expect(states(dueOf("2026-12-01"))).toEqual(["met"]);
  expect(dueOf("1868-03-14")).toEqual([
    { rule: "recommendation-due-before-birth", level: "must", state: "open", target, number: 2 },
  ]);
  expect(states(dueOf("1868-03-14", null))).toEqual(["open"]);
  expect(dueOf(null)).toEqual([]);
});

const daringOf = (fields: Record<string, unknown>) =>
  states(strongOnLowCertainty(ofItem(fields, "recommendation"), context()));

test("strong on low certainty wants a written reason; nothing else does", () => {
  const daring = { strength: "strong", certainty: "low" };
  expect(daringOf(daring)).toEqual(["open"]);
  expect(daringOf({ ...daring, reason: "  " })).toEqual(["open"]);
  expect(daringOf({ ...daring, reason: "The alternative is worse." })).toEqual(["met"]);
  expect(daringOf({ ...daring, strength: "conditional" })).toEqual([]);
  expect(daringOf({ ...daring, certainty: "moderate" })).toEqual([]);
});

test("limitations that are written name each required record that is missing", () => {
  const missingRecords = ["MRI of the spine", "Operation notes", "Images to read"];
  const of = (limitations: string) =>
    states(
      limitationsWithoutMissingRecord(content({ sections: { limitations } }), context({ missingRecords })),
    );
  expect(of("No physical examination.")).toEqual(["open", "open", "open"]);
  expect(of("The MRI of the lumbar spine was not sent, nor were the notes of the operation.")).toEqual([
    "met",
    "met",
    "open",
  ]);
  expect(of("")).toEqual([]);
});

const uncovered = (text: string) => text.match(/[\u{10000}-\u{10FFFF}]/gu) ?? [];

test("text that the report cannot show is told where it stands, and only where somebody can tell", () => {
  const draft = content({
    sections: { plain: "Good 🙂🙂 news 🎉", summary: "Plain." },
    items: [item("option", { name: "𝔄", preferred: true })],
  });
  expect(textNotPrintable(draft, context({ uncovered }))).toEqual([
    {
      rule: "text-not-printable",
      level: "must",
      state: "open",
      target: { section: "plain", words: "🙂" },
      name: "🙂 🎉",
    },
    {
      rule: "text-not-printable",
      level: "must",
      state: "open",
      target: { section: "options", item: "option", words: "𝔄" },
      name: "𝔄",
    },
  ]);
  expect(textNotPrintable(draft, context())).toEqual([]);
  expect(textNotPrintable(draft, context({ uncovered: () => [] }))).toEqual([]);
});

test("places of a template that are left are counted by section", () => {
  const sections = { summary: "Side: […]\nLevel: […]", findings: "Side: left" };
  expect(placeholderLeft(content({ sections }), context())).toMatchObject([
    { level: "look", number: 2, target: { section: "summary", words: "[…]" } },
  ]);
});

const withoutIdentifier = (fields: Record<string, unknown>) =>
  states(citationWithoutIdentifier(ofItem(fields, "citation"), context()));

const wrongIdentifier = (fields: Record<string, unknown>) =>
  citationWrongIdentifier(ofItem(fields, "citation"), context());

test("a source has an identifier or is a guideline, and what stands as an identifier is one", () => {
  expect(withoutIdentifier({})).toEqual(["open"]);
  expect(withoutIdentifier({ publication: "article" })).toEqual(["open"]);
  expect(withoutIdentifier({ publication: "guideline" })).toEqual(["met"]);
  for (const field of ["doi", "pmid", "pmcid", "url"])
    expect(withoutIdentifier({ [field]: "x" })).toEqual(["met"]);
  expect(wrongIdentifier({ doi: "10.1000/1", pmid: "12a" })).toMatchObject([
    { level: "look", state: "open", name: "12a" },
  ]);
  expect(wrongIdentifier({ doi: "10.1000/1", pmid: "12", pmcid: "" })).toEqual([]);
});

test("a source that was retracted is told", () => {
  expect(states(citationRetracted(ofItem({ retracted: true }, "citation"), context()))).toEqual(["open"]);
  expect(citationRetracted(ofItem({ retracted: false }, "citation"), context())).toEqual([]);
});
