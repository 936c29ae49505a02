import { canonicalJson } from "@consilium/foundation";
import { expect, test } from "vitest";
import { buildReport } from "./build-report.ts";
import { reportBytes, reportCode, reportDigest } from "./digest.ts";
import type { ReportInput } from "./report-input.ts";
import { idOf, rich, sampleInput } from "./testing/index.ts";
import type { Block } from "./text.ts";

const report = buildReport(sampleInput);

const words = (blocks: readonly Block[]): string => JSON.stringify(blocks);

test("the same input gives the same bytes, whatever order it came in and whatever it holds besides", async () => {
  const withMore = { ...sampleInput.patient, email: "marisol@example.test" };
  const shuffled: ReportInput = {
    ...sampleInput,
    questions: sampleInput.questions.toReversed(),
    records: sampleInput.records.toReversed(),
    inputs: sampleInput.inputs.toReversed(),
    patient: withMore,
    opinion: {
      ...sampleInput.opinion,
      items: sampleInput.opinion.items.toReversed(),
      evidence: sampleInput.opinion.evidence.toReversed(),
    },
  };
  expect(await reportDigest(buildReport(shuffled))).toBe(await reportDigest(report));
  expect(JSON.parse(new TextDecoder().decode(reportBytes(report)))).toEqual(report);
  const changed = buildReport({ ...sampleInput, conflicts: "One of us has one." });
  expect(await reportDigest(changed)).not.toBe(await reportDigest(report));
});

test("nobody but whoever signed: then nothing is said of others, as in reports that were signed before", () => {
  expect(report.contributors?.map(({ name, wrote }) => [name, wrote])).toEqual([
    ["Dr Tomasz Wierzbicki", true],
    ["Dr Marc Castellane", false],
  ]);
  expect(buildReport({ ...sampleInput, contributors: [] })).not.toHaveProperty("contributors");
});

test("its code is the beginning of its digest, and no other text has one", async () => {
  expect(reportCode(`7f3a91c04be2${"0".repeat(52)}`)).toBe("7f3a-91c0-4be2");
  expect(reportCode(await reportDigest(report))).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){2}$/);
  expect(() => reportCode("7f3a")).toThrow(RangeError);
});

test("questions are numbered as they were ranked; a withdrawn one keeps its answer and comes last", () => {
  expect(
    report.questions.map(({ number, text, withdrawnAt }) => [number, text.slice(0, 9), withdrawnAt]),
  ).toEqual([
    [1, "Can the l", null],
    [2, "Is more c", null],
    [3, "What does", null],
    [null, "Can I hav", "2026-11-12T19:15:00Z"],
  ]);
  expect(words(report.questions[3]?.answer?.text ?? [])).toContain("with the same team");
  expect(report.questions[2]?.answer).toMatchObject({ text: [] });
  expect(words(report.questions[2]?.answer?.cannot ?? [])).toContain("No tissue");
});

test("a question that nobody answered has no answer, and an answer to no question is not lost", () => {
  const [first, ...rest] = sampleInput.questions;
  const fewer = buildReport({ ...sampleInput, questions: rest });
  expect(first?.text).toContain("Spain");
  expect(words(fewer.sections.answers)).toContain("with the same team");
  const asked = {
    ...sampleInput.questions[1],
    id: idOf("new"),
    rank: 9,
    version: 1,
    text: "?",
    askedBy: null,
    withdrawnAt: null,
  };
  const more = buildReport({ ...sampleInput, questions: [asked] });
  expect(more.questions[0]?.answer).toBeNull();
});

test("places get their letters as the page is read, each place one", () => {
  expect(report.places).toMatchObject([
    { letter: "A", words: "slice 87", keyImage: "key-1" },
    { letter: "B", words: "CEA, 2 Feb to 2 Nov" },
    { letter: "C", words: "slice 94" },
    { letter: "D", words: "board letter", quote: "contact of the lesion with the right hepatic vein" },
  ]);
  expect(report.findings.map(({ places }) => places)).toEqual([["A"], ["C"]]);
  expect(report.keyImages[0]?.letter).toBe("A");
});

test("owners are named, also whoever has left; a seat's id is never printed", () => {
  expect(report.recommendations.map(({ owner }) => owner)).toEqual([
    {
      seat: idOf("seat okonkwo"),
      name: "Dr Adaeze Okonkwo",
      workplace: "Northgate Hospital",
      hasLeft: false,
    },
    { seat: null, name: "Mr Norrby, regional centre", workplace: null, hasLeft: false },
    { seat: idOf("seat gone"), name: "Dr Pablo Ruiz", workplace: null, hasLeft: true },
  ]);
  expect(() => buildReport({ ...sampleInput, owners: [] })).toThrow(/seat .* of an owner/);
});

test("a place of a record that was not handed in is refused", () => {
  expect(() => buildReport({ ...sampleInput, records: [] })).toThrow(/record .* of a place/);
});

test("references are numbered at their first mention and printed in Vancouver form", () => {
  expect(report.references.map(({ number, text }) => [number, text])).toEqual([
    [1, "Made Up Society. Is an MRI needed? Guideline. 2024."],
    [
      2,
      "Adam R, de Gramont A, Figueras J. Managing synchronous liver metastases from colorectal cancer. Cancer Treat Rev 2015;41:729-41.",
    ],
  ]);
  expect(report.recommendations.map(({ references }) => references)).toEqual([[1, 2], [2], []]);
});

test("its title is the sentence of the bottom line, unless somebody gave one", () => {
  expect(report.headline).toBe(
    "All three liver metastases can be resected, after an MRI, sparing the liver.",
  );
  expect(buildReport({ ...sampleInput, headline: " Yes. " }).headline).toBe("Yes.");
  const empty = { ...sampleInput.opinion, sections: { ...sampleInput.opinion.sections, question: rich("") } };
  expect(buildReport({ ...sampleInput, opinion: empty }).headline).toBe("Liver metastases from bowel cancer");
});

test("every word of it is printable and has a canonical form, whatever was typed", () => {
  const hostile = "a\u0000b\uFEFF\uD800c\u202Ed\te\r\nf";
  const sections = {
    ...sampleInput.opinion.sections,
    plain: rich(hostile),
    question: rich(`**${hostile}** x`),
  };
  const built = buildReport({
    ...sampleInput,
    conflicts: hostile,
    patient: { ...sampleInput.patient, name: hostile },
    opinion: { ...sampleInput.opinion, sections },
  });
  expect(built.conflicts).toBe("ab\uFFFDcd e f");
  expect(built.patient.name).toBe("ab\uFFFDcd e f");
  expect(canonicalJson(built)).not.toMatch(/\\u0000|\uFEFF|\u202E/);
  expect(words(built.sections.plain)).toContain("ab\uFFFDcd e");
});
