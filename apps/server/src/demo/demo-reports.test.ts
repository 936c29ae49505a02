import { readFileSync } from "node:fs";
import { buildReport, fhirDocument, plainWords, printHtml, reportDigest } from "@consilium/report";
import { createPdfPrinter } from "@consilium/report/pdf";
import { fhirFaults, pdfFacts } from "@consilium/report/testing";
import { afterAll, expect, test } from "vitest";
import { demoReportInput } from "./demo-report-input.ts";
import { planCase } from "./plan-case.ts";
import { demoCaseNames, readDemoCase } from "./read-content.ts";

const today = "2026-11-24";
const signedAt = new Date("2026-11-24T15:12:00Z");
const printer = createPdfPrinter();
afterAll(() => printer.close());

interface PagesOfPart {
  /** The title that stands above it. */
  readonly part: string;
  readonly pages: string;
}

/** `| The part of an opinion | … | Title on the page | 3 |` of docs/report.md, or `| 3 to 4 |`. */
function pagesInDocs(): readonly PagesOfPart[] {
  const docs = readFileSync(new URL("../../../../docs/report.md", import.meta.url), "utf8");
  return [...docs.matchAll(/^\|[^|]+\|[^|]+\|([^|]+)\|\s*(\d+(?: to \d+)?)\s*\|$/gm)].map(
    ([, part = "", pages = ""]) => ({ part: part.trim(), pages }),
  );
}

/** From the title of each part to where the next one begins. */
function pagesOfParts(texts: readonly string[], parts: readonly string[]): ReadonlyMap<string, string> {
  const lines = texts.flatMap((text, at) =>
    text.split("\n").map((line, row) => ({ line, row, page: at + 1 })),
  );
  const begins = lines.filter(({ line }) => parts.includes(line));
  return new Map(
    begins.map(({ line, page }, at) => {
      const next = begins[at + 1];
      const last = next ? next.page - (next.row === 0 ? 1 : 0) : texts.length;
      return [line, last > page ? `${page} to ${last}` : `${page}`];
    }),
  );
}

test("a clinician finds every part of an opinion on the pages that docs/report.md names", async () => {
  const content = readDemoCase("oncology", today);
  const report = buildReport(
    await demoReportInput(content, await planCase(content, today), { today, signedAt }),
  );
  const printing = {
    digest: await reportDigest(report),
    checkAddress: "consilium.test/v/",
    reader: "clinician",
  } as const;
  const { texts } = await pdfFacts(await printer.print(report, printing, new Map()));
  const rows = pagesInDocs();
  expect(rows.length).toBeGreaterThan(15);
  const found = pagesOfParts(
    texts,
    rows.map(({ part }) => part),
  );
  expect(rows.map(({ part }) => ({ part, pages: found.get(part) }))).toEqual(rows);
});

test.for(demoCaseNames)(
  "the opinion of %s can be printed in all three forms, and nothing of it is lost",
  async (name) => {
    const content = readDemoCase(name, today);
    const input = await demoReportInput(content, await planCase(content, today), {
      today,
      signedAt: new Date("2026-11-24T15:12:00Z"),
    });
    const report = buildReport(input);
    const printing = {
      digest: await reportDigest(report),
      checkAddress: "consilium.test/v/",
      reader: "clinician",
    } as const;
    const pdf = await printer.print(report, printing, new Map());
    const facts = await pdfFacts(pdf);
    const text = facts.texts.join(" ").replaceAll(/-\n/g, "").replaceAll(/\s+/g, " ");
    const html = printHtml(report, printing, new Map());

    expect(facts).toMatchObject({
      isMarked: true,
      isUniversal: true,
      untaggedPages: 0,
      figuresWithoutAlt: 0,
    });
    expect(report.questions).toHaveLength(content.questions.length);
    expect(report.recommendations.length).toBeGreaterThan(3);
    for (const { owner } of report.recommendations)
      expect(owner?.name ?? "nobody").not.toMatch(/^[0-9A-Z]{26}$/);
    for (const question of content.questions) {
      expect(text).toContain(question.text);
      expect(html).toContain(question.text.replaceAll("'", "&#39;"));
    }
    const printed = new Set(text.split(" "));
    const written = Object.values(report.sections).flatMap((blocks) => plainWords(blocks).split(/\s+/));
    expect(written.filter((word) => /^[\p{L}\p{N}]+[.,;:]?$/u.test(word) && !printed.has(word))).toEqual([]);
    expect(text).not.toMatch(/\[U\+/);
    expect(html).not.toMatch(/\bundefined\b|\[object/);
    const bundle = await fhirDocument(report, printing, { pdf, images: new Map(), signatures: [] });
    expect(fhirFaults(bundle)).toEqual([]);
  },
);
