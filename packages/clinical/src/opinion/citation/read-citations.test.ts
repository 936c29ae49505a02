import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { citationLimits, type CitationsRead, readCitations } from "./read-citations.ts";
import { vancouver } from "./vancouver.ts";

const nbib = `PMID- 27074067
OWN - NLM
TI  - A Randomized, Controlled Trial of Fusion Surgery for
      Lumbar Spinal Stenosis.
FAU - Försth, Peter
AU  - Försth P
AU  - Ólafsson G
DP  - 2016 Apr 14
TA  - N Engl J Med
JT  - The New England journal of medicine
VI  - 374
IP  - 15
PG  - 1413-23
LID - 10.1056/NEJMoa1513721 [doi]
PT  - Journal Article
PMC - PMC4851230

PMID- 1
TI  - Taken back
PT  - Retracted Publication
PT  - Practice Guideline
`;
const ris = `TY  - JOUR\r
AU  - Weinstein, James N\r
AU  - Tosteson, T.D.\r
TI  - Surgical versus nonsurgical therapy for lumbar spinal stenosis\r
JO  - N Engl J Med\r
PY  - 2008/02/21\r
VL  - 358\r
IS  - 8\r
SP  - 794\r
EP  - 810\r
DO  - https://doi.org/10.1056/NEJMoa0707136\r
ER  - \r
`;
const bibtex = String.raw`
@comment{ not a source }
@string{spine = "Spine"}
@article{mueller2016,
  author = {M{\"u}ller, Anna and {World Health Organization} and Jos\'e Garc{\'\i}a},
  title = {A {DNA} study \& more},
  journal = spine, year = 2016, pages = {10--20}, doi = {10.1056/NEJMoa1513721}, pmid={27074067}
}`;

const read = (text: string): Extract<CitationsRead, { citations: unknown }> => {
  const found = readCitations(text);
  if (found.form === "none") throw new Error(found.reason);
  return found;
};
const faults = (text: string) => read(text).notUnderstood.map(({ fault, line }) => [fault, line]);

test("PubMed's form is read, with what is retracted and what is a guideline", () => {
  const { form, citations, notUnderstood } = read(nbib);
  expect([form, notUnderstood]).toEqual(["nbib", []]);
  expect(citations).toEqual([
    {
      authors: "Försth P, Ólafsson G",
      title: "A Randomized, Controlled Trial of Fusion Surgery for Lumbar Spinal Stenosis",
      source: "N Engl J Med",
      year: 2016,
      volume: "374",
      issue: "15",
      pages: "1413-23",
      doi: "10.1056/nejmoa1513721",
      pmid: "27074067",
      pmcid: "PMC4851230",
    },
    { title: "Taken back", pmid: "1", publication: "guideline", retracted: true },
  ]);
});

test("RIS is read, whatever ends its lines, and printed by Vancouver", () => {
  const [citation = {}] = read(ris).citations;
  expect(vancouver(citation)).toBe(
    "Weinstein JN, Tosteson TD. Surgical versus nonsurgical therapy for lumbar spinal stenosis. N Engl J Med. 2008;358(8):794-810. doi:10.1056/nejmoa0707136.",
  );
});

test("BibTeX is read: accents, bodies, macros; comments are not sources", () => {
  expect(read(bibtex)).toMatchObject({
    form: "bibtex",
    notUnderstood: [],
    citations: [
      {
        authors: "Müller A, World Health Organization, García J",
        title: "A DNA study & more",
        source: "Spine",
        year: 2016,
        pages: "10-20",
        pmid: "27074067",
      },
    ],
  });
});

test("what is not understood is told with its line, and what is understood is kept", () => {
  expect(faults(`Search results\n${nbib}`)).toEqual([["unknown", 1]]);
  expect(faults("TY  - JOUR\nTI  - No end\n")).toEqual([["unfinished", 1]]);
  expect(read("TY  - JOUR\nTI  - No end\n").citations).toEqual([{ title: "No end" }]);
  expect(faults("TY  - JOUR\nAU  - Nobody\nER  - \n")).toEqual([["no-title", 1]]);
  expect(faults("TY  - JOUR\nTI  - T\nDO  - none\nER  - \n")).toEqual([["wrong-identifier", 1]]);
  const broken = "@article{one, title = {unclosed\n@article{two,\n title = {Good}}";
  expect(faults(broken)).toEqual([["unfinished", 1]]);
  expect(read(broken).citations).toEqual([{ title: "Good" }]);
});

const reason = (text: string) => {
  const found = readCitations(text);
  return found.form === "none" ? found.reason : found.form;
};

test("an empty text, an unknown form, too much of either are refused with a reason", () => {
  expect(reason(" \uFEFF\n")).toBe("empty");
  expect(reason("Weinstein 2008")).toBe("unknown-form");
  expect(reason("x".repeat(citationLimits.letters + 1))).toBe("too-long");
  expect(reason("TY  - JOUR\nTI  - T\nER  - \n".repeat(citationLimits.sources + 1))).toBe("too-many");
});

test("many authors are six and others, and no line is longer than the opinion takes", () => {
  const many = Array.from({ length: 9 }, (_, at) => `AU  - Author, ${String.fromCodePoint(65 + at)}`);
  const [citation] = read(`TY  - JOUR\n${many.join("\n")}\nTI  - ${"long ".repeat(500)}\nER  - \n`).citations;
  expect(citation?.authors).toBe("Author A, Author B, Author C, Author D, Author E, Author F, et al");
  expect(citation?.title?.length).toBeLessThanOrEqual(1000);
});

test("no text makes it throw, and every line of a source is one line", () => {
  const piece = oneof(
    constantFrom(
      "PMID- 1\n",
      "TI  - ",
      "TY  - JOUR\n",
      "ER  - \n",
      "@article{a,",
      "title={",
      "}",
      '"',
      "\\",
      "\n",
      "\u{D800}",
    ),
    string({ unit: "grapheme" }),
  );
  assert(
    property(array(piece, { maxLength: 40 }), (pieces) => {
      const found = readCitations(pieces.join(""));
      const values = found.form === "none" ? [] : found.citations.flatMap((one) => Object.values(one));
      const lines = values.filter((value) => typeof value === "string");
      expect(lines.filter((line) => /[\n\r]/u.test(line) || !line.isWellFormed())).toEqual([]);
    }),
  );
});
