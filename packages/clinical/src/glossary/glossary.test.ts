import { expect, test } from "vitest";
import en from "../../content/glossary/en.json" with { type: "json" };
import { createReadability } from "../opinion/readability/readability.ts";
import { createTermFinder } from "./find-terms.ts";
import { glossarySchema } from "./glossary-schema.ts";
import { loadGlossary } from "./load-glossary.ts";
import { createUnexplainedTerms } from "./unexplained-terms.ts";

const find = createTermFinder(en);
const found = (text: string) => find(text).map(({ start, end }) => text.slice(start, end));
const unexplained = (text: string) => createUnexplainedTerms(find)(text).map(({ words }) => words);

test("the glossary is what its schema says, and what it explains is easy to read", () => {
  expect(glossarySchema.safeParse(en).error).toBeUndefined();
  expect(en.terms.length).toBeGreaterThanOrEqual(68);
  const { measure } = createReadability("en")(en.terms.map(({ plain }) => plain).join("\n"));
  if (measure.language !== "en") throw new Error("It was not measured");
  expect(measure.grade).toBeLessThanOrEqual(8);
});

test("a file that explains a word twice, or without words, is refused", () => {
  const [first] = en.terms;
  expect(glossarySchema.safeParse({ ...en, terms: [first, { ...first, id: "again" }] }).success).toBe(false);
  expect(glossarySchema.safeParse({ ...en, terms: [{ ...first, plain: "" }] }).success).toBe(false);
  expect(glossarySchema.safeParse({ ...en, version: 0 }).success).toBe(false);
});

test("a glossary is loaded by its language, and there is none for others", async () => {
  expect((await loadGlossary("en-GB"))?.id).toBe("glossary-en");
  expect(await loadGlossary("sv")).toBeUndefined();
  expect(await loadGlossary("constructor")).toBeUndefined();
});

test("terms are found as whole words, the longest first, in any case and over a line break", () => {
  expect(found("An MRI scan of the Lymph\u00a0nodes, and a resection.")).toEqual([
    "MRI scan",
    "Lymph\u00a0nodes",
    "resection",
  ]);
  expect(found("The biopsy-free resectional stents’ side")).toEqual(["biopsy", "stents"]);
});

test("a short form is told by its capitals", () => {
  expect(found("my pet took the ct bus; a PET and a CT follow")).toEqual(["PET", "CT"]);
});

test.for([
  "You need an MRI (a scan with magnets).",
  "You need an MRI, that is, a scan with magnets.",
  "You need an MRI. That is a scan with magnets.",
  "You need a scan with magnets (MRI).",
  "It is a scan called an MRI.",
  "The MRI is next week.\nAn MRI is a scan with magnets.",
])("a term is explained by: %s", (text) => {
  expect(unexplained(text)).toEqual([]);
});

test("a term that nothing explains is named once, as it stands where it is used first", () => {
  expect(unexplained("An MRI shows the Stenosis.\nThe stenosis needs another MRI (soon).")).toEqual([
    "Stenosis",
  ]);
  expect(unexplained("The scan shows a narrow place.")).toEqual([]);
  expect(unexplained("An MRI or a CT is next week. It is at Northgate. The metastases are small.")).toEqual([
    "MRI",
    "CT",
    "metastases",
  ]);
});
