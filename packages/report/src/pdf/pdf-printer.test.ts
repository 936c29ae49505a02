import { createHash } from "node:crypto";
import { createSeededRandom } from "@consilium/foundation";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildReport } from "../build-report.ts";
import { coveredRanges } from "../glyphs/covered-ranges.ts";
import { partIds } from "../layout/layout.ts";
import type { ReportInput } from "../report-input.ts";
import type { Report } from "../report.ts";
import { drawPng, longInput, type PdfFacts, pdfFacts, rich, sampleInput } from "../testing/index.ts";
import { createPdfPrinter } from "./pdf-printer.ts";

const printing = {
  digest: "7f3a91c04be2".padEnd(64, "0"),
  checkAddress: "consilium.test/v/",
  reader: "clinician",
} as const;
const images = new Map([["key-1", drawPng(320, 240)]]);
const printer = createPdfPrinter();
afterAll(() => printer.close());

const print = (report: Report) => printer.print(report, printing, images);

/** With this text as the plain words, and everything else as it is. */
const saying = (plain: ReportInput["opinion"]["sections"]["plain"], language = "en-GB"): Report =>
  buildReport({
    ...sampleInput,
    language,
    opinion: { ...sampleInput.opinion, sections: { ...sampleInput.opinion.sections, plain } },
  });

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

let facts: PdfFacts;
let pdf: Uint8Array;
beforeAll(async () => {
  pdf = await print(buildReport(sampleInput));
  facts = await pdfFacts(pdf);
});

test("it is tagged: language, title, headings, tables with headers, lists, figures with words", () => {
  expect(facts).toMatchObject({
    isMarked: true,
    isUniversal: true,
    isSigned: false,
    language: "en-GB",
    title: "Second medical opinion CN-4821, Marisol Quintana",
    figuresWithoutAlt: 0,
    untaggedPages: 0,
  });
  expect(facts.roles).toMatchObject({ H1: 1, H2: partIds.length - 2 });
  for (const role of ["Table", "THead", "TH", "TR", "TD", "L", "LI", "LBody", "Link", "Figure", "P", "H3"])
    expect(facts.roles).toHaveProperty(role);
  expect(facts.outline).toBeGreaterThan(0);
  expect(facts.links).toBeGreaterThan(5);
});

test("only the fonts that are shipped are in it", () => {
  expect(facts.fonts.length).toBeGreaterThan(2);
  for (const font of facts.fonts) expect(font).toMatch(/^(?:SourceSerif4|IBMPlexSans|Amiri|NotoSans)/);
});

test("digest, code, name, licence, time and the number of the page stand in it", () => {
  const text = facts.texts.join("\n").replaceAll(/\s+/g, " ");
  for (const words of [
    printing.digest,
    "consilium.test/v/7f3a-91c0-4be2",
    "Dr Ingrid Hallström",
    "SE-48 211",
    "26 November 2026, 16:12 UTC+1",
    `page 1 of ${facts.pages}`,
    "Took part, without signing",
    "Read blind until 23 November 2026, 09:02",
  ])
    expect(text).toContain(words);
  const plainAt = facts.texts.findIndex((page) => page.includes("In plain words\n")) + 1;
  expect(facts.texts[0]).toContain(`In plain words: page ${plainAt}`);
});

test("the same report gives the same bytes, also in another printer", async () => {
  const other = createPdfPrinter();
  const again = await other.print(buildReport(sampleInput), printing, images);
  await other.close();
  expect(sha256(again)).toBe(sha256(pdf));
  expect(sha256(await print(buildReport({ ...sampleInput, conflicts: "One." })))).not.toBe(sha256(pdf));
});

test("markup, emoji, other scripts and half characters are printed as what they are or named, never lost", async () => {
  const typed =
    "#worse *on* [x] <tag> $x$ @ref `code` _u_ ≤ ≥ → µ 🙂 漢字 \uD800 שלום Привет Nguyễn x\u0302\u0323";
  const text = (await pdfFacts(await print(saying(rich(typed))))).texts
    .join("")
    .replaceAll("\n", " ")
    .normalize("NFKC");
  for (const words of [
    "#worse",
    "<tag> $x$ @ref `code` _u_ ≤ ≥ → μ [U+1F642] [U+6F22][U+5B57]",
    "Привет",
    "Nguyễn",
  ])
    expect(text).toContain(words);
  expect(text).toMatch(/\uFFFD|\[U\+FFFD\]/);
});

test("Arabic can be copied out again, with numbers and Latin words in it", async () => {
  const sentence = "تم الفحص بالرنين MRI L4/L5 في 12 أسبوعا";
  const { texts, language } = await pdfFacts(await print(saying(rich(sentence), "ar")));
  const text = texts.join("\n");
  expect(language).toBe("ar");
  for (const word of ["الفحص", "بالرنين", "MRI L4/L5", "12", "أسبوعا"]) expect(text).toContain(word);
});

test("every character of the table of glyphs is drawn", async () => {
  for (const ranges of coveredRanges) {
    const numbers = ranges.split(" ").map((part) => Number.parseInt(part, 36));
    let [end, text] = [0, ""];
    for (let at = 0; at < numbers.length; at += 2) {
      const from = end + (numbers[at] ?? 0);
      end = from + (numbers[at + 1] ?? 0);
      for (let code = from; code < end; code += 1)
        if (/[^\p{M}\p{C}\p{Z}]/u.test(String.fromCodePoint(code))) text += `${String.fromCodePoint(code)} `;
    }
    await expect(print(saying({ type: "doc", content: [{ type: "text", text }] }))).resolves.toBeDefined();
  }
});

test("any characters in any order become a PDF", async () => {
  const random = createSeededRandom(3);
  const code = (): number =>
    random.below(random.pick([0x7f, 0x250, 0x700, 0x3000, 0x1_0000, 0x2_0000, 0x11_0000]));
  for (let round = 0; round < 20; round += 1) {
    const text = Array.from({ length: 300 }, () => String.fromCodePoint(code())).join("");
    await expect(print(saying({ type: "doc", content: [{ type: "text", text }] }))).resolves.toBeDefined();
  }
});

const cell = (words: string, attrs = {}) => ({
  type: "tableCell",
  attrs,
  content: [{ type: "text", text: words }],
});

test("tables with spans, deep lists and words without a break are set", async () => {
  const head = { type: "tableHeader", content: [{ type: "text", text: "Head" }] };
  const report = saying({
    type: "doc",
    content: [
      {
        type: "table",
        content: [
          { type: "tableRow", content: [head, head] },
          { type: "tableRow", content: [cell("tall", { rowspan: 9 }), cell("wide", { colspan: 7 })] },
          { type: "tableRow", content: [cell("x"), cell("y")] },
        ],
      },
      { type: "paragraph", content: [{ type: "text", text: "W".repeat(3000) }] },
      ...rich("- a\n- b\n\n7. seven").content,
    ],
  });
  const { texts } = await pdfFacts(await print(report));
  expect(texts.join("").match(/W/g)?.length).toBeGreaterThanOrEqual(3000);
});

test("a long opinion is set, and the page's numbers go on", async () => {
  const { pages, texts } = await pdfFacts(await print(buildReport(longInput(60))));
  expect(pages).toBeGreaterThan(55);
  expect(texts.at(-1)).toContain(`page ${pages} of ${pages}`);
});

test("a picture that is no picture is refused without words of the report, and the next report is printed", async () => {
  const broken = new Map([["key-1", new Uint8Array([1, 2, 3])]]);
  await expect(printer.print(buildReport(sampleInput), printing, broken)).rejects.toMatchObject({
    reason: "page",
  });
  await expect(print(buildReport(sampleInput))).resolves.toBeDefined();
});

test("what cannot be laid out is refused, and the next report is printed", async () => {
  const nowhere = { ...buildReport(sampleInput), zone: "Nowhere/Town" };
  await expect(print(nowhere)).rejects.toThrow(RangeError);
  await expect(print(buildReport(sampleInput))).resolves.toBeDefined();
});

test("a picture that is not handed in is described", async () => {
  const { texts, roles } = await pdfFacts(await printer.print(buildReport(sampleInput), printing, new Map()));
  expect(texts.join(" ").replaceAll("\n", " ")).toContain("Axial CT of the liver with a cross");
  expect(roles["Figure"]).toBeUndefined();
});

test("too many who wait, one that takes too long, and a printer that is closed are told apart", async () => {
  const small = createPdfPrinter({ waiting: 1, time: 60_000 });
  const first = small.print(buildReport(sampleInput), printing, images);
  await expect(small.print(buildReport(sampleInput), printing, images)).rejects.toMatchObject({
    reason: "busy",
  });
  await expect(first).resolves.toBeDefined();
  const waiting = small.print(buildReport(sampleInput), printing, images);
  await Promise.all([expect(waiting).rejects.toMatchObject({ reason: "stopped" }), small.close()]);
  await expect(small.print(buildReport(sampleInput), printing, images)).rejects.toMatchObject({
    reason: "stopped",
  });

  const hasty = createPdfPrinter({ waiting: 5, time: 1 });
  await expect(hasty.print(buildReport(sampleInput), printing, images)).rejects.toMatchObject({
    reason: "slow",
  });
  await hasty.close();
});
