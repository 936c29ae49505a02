import { expect, test } from "vitest";
import { createTermFinder } from "../glossary/find-terms.ts";
import { createChecker } from "./checks.ts";
import type { OpinionContent, OpinionContext, OpinionItem } from "./opinion-content.ts";
import type { CheckRule } from "./rules/check.ts";

const item = (kind: string, fields: Record<string, unknown>, rank = "a0"): OpinionItem => ({
  id: `${kind}-${rank}`,
  kind,
  rank,
  fields,
});
const quiet: OpinionContext = {
  questions: [],
  missingRecords: [],
  imaging: new Map(),
  today: "2026-12-01",
  born: null,
  language: "en",
  discussed: new Set(),
};
const written = {
  question: "The operation is possible.",
  plain: "Your tumours can be taken out.",
  limitations: "No physical examination, no MRI with contrast.",
};

const open = (content: Partial<OpinionContent>, context: Partial<OpinionContext> = {}): CheckRule[] =>
  createChecker()({ sections: written, items: [], ...content }, { ...quiet, ...context })
    .filter(({ state }) => state === "open")
    .map(({ rule }) => rule);

test("each question that was not withdrawn wants an answer, or a reason why there is none", () => {
  const questions = [
    { id: "q1", rank: 1, text: "", withdrawn: false },
    { id: "q2", rank: 2, text: "", withdrawn: false },
    { id: "q3", rank: 3, text: "", withdrawn: true },
  ];
  const items = [item("answer", { question: "q1", cannot: "No images were sent." })];
  expect(open({ items }, { questions })).toEqual(["question-without-answer"]);
  expect(
    open({ items: [...items, item("answer", { question: "q2", text: "Yes." }, "a1")] }, { questions }),
  ).toEqual([]);
});

test("a question is called by the number that it has in the report, where one before it was withdrawn", () => {
  const questions = [
    { id: "q1", rank: 1, text: "", withdrawn: true },
    { id: "q2", rank: 2, text: "", withdrawn: false },
  ];
  const checks = createChecker()({ sections: written, items: [] }, { ...quiet, questions });
  expect(checks.filter(({ rule }) => rule === "question-without-answer")).toMatchObject([{ number: 1 }]);
});

test("an answer of white space is none", () => {
  const questions = [{ id: "q1", rank: 1, text: "", withdrawn: false }];
  expect(open({ items: [item("answer", { question: "q1", text: " \n" })] }, { questions })).toHaveLength(1);
});

test("a recommendation wants an owner and an urgency, and strong on low certainty a reason", () => {
  const complete = { owner: "referrer", urgency: "planned", strength: "strong", certainty: "moderate" };
  expect(open({ items: [item("recommendation", complete)] })).toEqual([]);
  expect(open({ items: [item("recommendation", { ...complete, owner: null })] })).toEqual([
    "recommendation-without-owner",
  ]);
  const daring = { ...complete, certainty: "very low" };
  expect(open({ items: [item("recommendation", daring)] })).toEqual(["strong-on-low-certainty"]);
  expect(
    open({ items: [item("recommendation", { ...daring, reason: "The alternative is worse." })] }),
  ).toEqual([]);
});

const checksOf = (rule: CheckRule, content: Partial<OpinionContent>) =>
  createChecker()({ sections: written, items: [], ...content }, quiet).filter((check) => check.rule === rule);

const urgent = (urgency: string | null) =>
  checksOf("recommendation-without-urgency", {
    items: [item("recommendation", { owner: "referrer", urgency })],
  });

test("a recommendation without an urgency blocks, and one of white space is none", () => {
  expect(urgent("planned")).toMatchObject([{ level: "must", state: "met" }]);
  for (const none of [null, " "])
    expect(urgent(none)).toMatchObject([
      { level: "must", state: "open", number: 1, target: { section: "recommendations" } },
    ]);
});

const paragraphOf = (words: number) =>
  checksOf("plain-summary-long-paragraphs", {
    sections: { ...written, plain: "You can go home. ".repeat(words / 4) },
  });

test("a paragraph of more than 100 words in the plain summary is counted, one of 100 is not; it is advice", () => {
  expect(paragraphOf(100)).toEqual([]);
  expect(paragraphOf(104)).toMatchObject([
    { level: "look", state: "open", number: 1, target: { section: "plain" } },
  ]);
});

test("images, comparisons, sizes, days of operations and due days are looked at with the others", () => {
  const sections = {
    ...written,
    records: "I have reviewed the MRI.",
    summary: "A 34 mm mass; laminectomy on 3 May 2024.",
    findings: "Bones unchanged.",
    followup: "A 3.4 mm mass; laminectomy on 4 May 2024.",
  };
  const recommended = { owner: "referrer", urgency: "planned" };
  const items = [
    item("finding", { modality: "MRI", text: "Unchanged.", evidence: ["e1"] }),
    item("recommendation", { ...recommended, due: "2026-11-30" }, "a1"),
    item("recommendation", { ...recommended, due: "1926-11-30" }, "a2"),
  ];
  const imaging: OpinionContext["imaging"] = new Map([["mr", "report-only"]]);
  expect(open({ sections, items }, { imaging, born: "1968-03-14" })).toEqual([
    "recommendation-due-before-birth",
    "recommendation-due-past",
    "finding-without-images",
    "read-without-images",
    "unchanged-without-comparison",
    "finding-unchanged-without-comparison",
    "size-differs",
    "operation-date-differs",
  ]);
});

test("a reading that changes the plan wants a word with the treating clinician", () => {
  const major = item("finding", { evidence: ["e1"], difference: "major" });
  expect(open({ items: [major] })).toEqual(["major-difference-without-contact"]);
  expect(open({ items: [major] }, { discussed: new Set([major.id]) })).toEqual([]);
  expect(open({ items: [item("finding", { evidence: ["e1"], difference: "minor" })] })).toEqual([]);
});

test("a side that differs between sections is to be looked at, in English", () => {
  const sections = {
    ...written,
    summary: "A mass in the left kidney.",
    followup: "Scan of the right kidney.",
  };
  expect(open({ sections })).toEqual(["side-differs"]);
  expect(open({ sections }, { language: "sv" })).toEqual([]);
});

test("the plain summary wants short sentences and words of every day, in English; it is advice", () => {
  const plain = `${"Multidisciplinary reconsideration recommends parenchymal preservation ".repeat(10)}.`;
  const sections = { ...written, plain };
  expect(open({ sections })).toEqual(["plain-summary-grade", "plain-summary-long-sentences"]);
  expect(open({ sections }, { language: "sv" })).toEqual([]);
  const levels = createChecker()({ sections, items: [] }, quiet).filter(({ rule }) =>
    rule.startsWith("plain-summary-"),
  );
  expect(levels.filter(({ state, level }) => state === "open" && level === "must")).toEqual([]);
});

const of = (language: string, sentence: string) =>
  open({ sections: { ...written, plain: `${sentence} `.repeat(8) } }, { language });

test("the plain summary is measured by the formulas of its language, and by none where there is none", () => {
  expect(of("es", "Le quitamos el bulto y se va a casa.")).toEqual([]);
  expect(of("es", "La reconsideración multidisciplinaria recomienda hepatectomías conservadoras.")).toEqual([
    "plain-summary-inflesz",
  ]);
  expect(of("fr", "Le foie va bien et la douleur passe.")).toEqual([]);
  expect(of("fr", "La réévaluation multidisciplinaire recommande une hépatectomie conservatrice.")).toEqual([
    "plain-summary-kandel-moles",
  ]);
  expect(of("de", "Die Leber ist gut. Sie gehen bald nach Haus.")).toEqual([]);
  expect(of("de", "Multidisziplinäre Beurteilungen empfehlen parenchymsparende Leberresektionen.")).toEqual([
    "plain-summary-amstad",
    "plain-summary-wiener",
  ]);
  expect(of("ar", "يوصي الفريق بإعادة تقييم متعددة التخصصات قبل العملية الجراحية.")).toEqual([]);
});

test("a word that patients may not know wants an explanation, and leads to where it stands", () => {
  const findTerms = createTermFinder({
    id: "glossary-en",
    version: 1,
    language: "en",
    terms: [{ id: "stenosis", term: "stenosis", also: [], plain: "A narrow place." }],
  });
  const sections = { ...written, plain: "The Stenosis is severe." };
  const [check] = createChecker()({ sections, items: [] }, { ...quiet, findTerms });
  expect(check).toEqual({
    rule: "plain-summary-jargon",
    level: "look",
    state: "open",
    target: { section: "plain", words: "Stenosis" },
    name: "Stenosis",
  });
  expect(open({ sections })).toEqual([]);
  const explained = { ...written, plain: "The stenosis (a narrow place) is severe." };
  expect(open({ sections: explained }, { findTerms })).toEqual([]);
});

test("a finding wants a place in a record that shows it", () => {
  expect(open({ items: [item("finding", { evidence: [] })] })).toEqual(["finding-without-evidence"]);
  expect(open({ items: [item("finding", { evidence: ["an anchor"] })] })).toEqual([]);
});

test("recommendations are numbered as they are ranked, whatever order they come in", () => {
  const complete = { owner: "referrer", urgency: "planned" };
  const items = [item("recommendation", complete, "a1"), item("recommendation", { urgency: "soon" }, "Zz")];
  const [first] = createChecker()({ sections: written, items }, quiet);
  expect(first).toMatchObject({ rule: "recommendation-without-owner", number: 1, state: "open" });
});

test("a missing record that was required must be said in the limitations", () => {
  const missingRecords = ["Liver MRI with contrast"];
  expect(open({}, { missingRecords })).toEqual([]);
  expect(open({ sections: { question: "Yes.", plain: "Yes." } }, { missingRecords })).toEqual([
    "missing-record-not-in-limitations",
  ]);
});

test("citations want an identifier and a year, and old ones are pointed out", () => {
  expect(open({ items: [item("citation", { doi: "10.1000/x", year: 2016 })] })).toEqual([]);
  expect(open({ items: [item("citation", { doi: "10.1000/x", year: 2015 })] })).toEqual(["citation-old"]);
  expect(open({ items: [item("citation", {})] })).toEqual([
    "citation-without-identifier",
    "citation-without-year",
  ]);
});

test("what must be done stands before what is to be looked at, and before what is met", () => {
  const items = [item("citation", { year: 2024 }), item("recommendation", { urgency: "soon" })];
  const found = createChecker()({ sections: {}, items }, quiet).map(
    ({ state, level }) => `${state} ${level}`,
  );
  expect(found).toEqual(["open must", "open must", "open must", "open look", "met must", "met look"]);
});
