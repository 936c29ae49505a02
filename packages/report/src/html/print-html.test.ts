import { expect, test } from "vitest";
import { buildReport } from "../build-report.ts";
import { partIds } from "../layout/layout.ts";
import { drawPng, rich, sampleInput } from "../testing/index.ts";
import { escapeCss, escapeHtml } from "./escape.ts";
import { printHtml } from "./print-html.ts";

const printing = {
  digest: "7f3a91c04be2".padEnd(64, "0"),
  checkAddress: "consilium.test/v/",
  reader: "clinician",
} as const;
const report = buildReport(sampleInput);
const html = printHtml(report, printing, new Map([["key-1", drawPng(8, 6)]]));

const hostile = `</style><script>alert(1)</script><img src=x onerror='a()'>" onload="b()&#106;`;

test("it needs nothing from outside and runs nothing", () => {
  expect(html).not.toMatch(/<script|<link|<iframe|\son\w+=|url\(/i);
  expect([...html.matchAll(/src="([^"]{0,22})/g)].map(([, address]) => address)).toEqual([
    "data:image/png;base64,",
  ]);
  expect(html).toContain("default-src 'none'");
});

test("every part has its heading, each region its name, each table its column headers", () => {
  // This one has no long answers, and nothing was added to it.
  for (const id of partIds)
    expect(html.includes(`<h2 id="part-${id}">`)).toBe(id !== "answers" && id !== "addenda");
  expect(html.match(/<h1/g)).toHaveLength(1);
  const tables = html.match(/<table/g) ?? [];
  expect(tables.length).toBeGreaterThan(3);
  expect(html.match(/<thead>/g)).toHaveLength(tables.length);
  expect(html).toContain('<html lang="en-GB" dir="ltr">');
  expect(html).toContain('alt="Axial CT of the liver with a cross on a dark lesion in segment VI."');
});

test("digest, code, name, licence and time are printed", () => {
  for (const words of [
    printing.digest,
    "consilium.test/v/7f3a-91c0-4be2",
    "Dr Ingrid Hallström",
    "SE-48 211, National Board of Health and Welfare, Sweden",
    "Checked 26 November 2026",
    "Shown by a code of their authenticator app",
    "Signed 26 November 2026, 16:12 UTC+1. Version 1.",
    "Read blind until 23 November 2026, 09:02",
  ])
    expect(html).toContain(words);
});

test("whoever wrote it is named as its author; only whoever signed is named as who signed", () => {
  const [head = "", rest = ""] = html.split("<main>");
  expect(head).toMatch(/Written by<\/h2>.*Dr Ingrid Hallström.*Dr Tomasz Wierzbicki/);
  expect(head).not.toContain("Dr Marc Castellane");
  const [signed = "", besides = ""] = rest
    .slice(rest.indexOf('id="part-signing"'))
    .split("Took part, without signing");
  expect(signed).toContain("Dr Ingrid Hallström");
  expect(signed).not.toContain("Dr Tomasz Wierzbicki");
  expect(besides).toMatch(/Dr Tomasz Wierzbicki.*Author.*Dr Marc Castellane.*Read blind until/);
  const alone = printHtml(buildReport({ ...sampleInput, contributors: [] }), printing, new Map());
  expect(alone).not.toContain("Took part");
});

test("of a report that was signed before it was kept nothing is said of how its signer showed themselves", () => {
  const signers = sampleInput.signers.map(({ shownBy: _shownBy, ...signer }) => signer);
  expect(printHtml(buildReport({ ...sampleInput, signers }), printing, new Map())).not.toContain("Shown by");
});

test("an urgent finding says who raised it to whom, who took it on, and how they were reached besides", () => {
  const [finding] = sampleInput.urgentFindings;
  const urgentOf = (channels: readonly string[]) => {
    const urgent = finding ? [{ ...finding, channels, acknowledgedBy: null, acknowledgedAt: null }] : [];
    return printHtml(buildReport({ ...sampleInput, urgentFindings: urgent }), printing, new Map());
  };
  expect(html).toMatch(
    /Dr Tomasz Wierzbicki raised it on [^.]+, to Dr Adaeze Okonkwo, in Consilium and by mail\./,
  );
  expect(html).toMatch(/Dr Adaeze Okonkwo acknowledged it on [^.]+\. Besides: telephone; message/);
  expect(urgentOf(["By telephone, nobody answered."])).toContain(
    "Nobody had acknowledged it when this was signed. Besides: By telephone, nobody answered.",
  );
  expect(urgentOf([])).not.toContain("Besides");
  expect(html).not.toContain("The hour went by");
  const passedOn = { at: "2026-11-22T09:00:00Z", second: "Dr Tomasz Wierzbicki" };
  const late = finding ? [{ ...finding, passedOn }] : [];
  expect(printHtml(buildReport({ ...sampleInput, urgentFindings: late }), printing, new Map())).toMatch(
    /The hour went by: on [^.]+, whoever coordinates and Dr Tomasz Wierzbicki were told\. Dr Adaeze/,
  );
});

test("each letter leads to its place", () => {
  for (const [, letter] of html.matchAll(/href="#place-([A-Z]+)"/g))
    expect(html).toContain(`id="place-${letter}"`);
  expect(html).toContain(
    'no new lesion <span class="place">slice 87</span><sup><a href="#place-A">A</a></sup>',
  );
});

test("letters come in the order of the page", () => {
  const letters = [...html.matchAll(/href="#place-([A-Z]+)"/g)].map(([, letter]) => letter);
  expect([...new Set(letters)]).toEqual(report.places.map(({ letter }) => letter));
});

test("hostile words are words, wherever they stand", () => {
  const words = rich(`**${hostile}** and ${hostile}`);
  const [first] = sampleInput.questions;
  if (!first) throw new Error("No question");
  const printed = printHtml(
    buildReport({
      ...sampleInput,
      case: { ...sampleInput.case, number: hostile, title: hostile },
      patient: { ...sampleInput.patient, name: hostile, sex: hostile },
      headline: hostile,
      questions: [{ ...first, text: hostile }],
      keyImages: sampleInput.keyImages.map((image) => ({ ...image, alt: hostile, caption: hostile })),
      opinion: { ...sampleInput.opinion, sections: { ...sampleInput.opinion.sections, plain: words } },
    }),
    { ...printing, checkAddress: hostile },
    new Map(),
  );
  expect(printed).not.toMatch(/<script|<img/i);
  expect(printed.match(/<style>/g)).toHaveLength(1);
  expect(printed.match(/<\/style>/g)).toHaveLength(1);
  expect(printed).not.toMatch(/<[^>]*\son(?:error|load)=/i);
});

const parts = (page: string) => [...page.matchAll(/id="part-(\w+)"/g)].map(([, id]) => id);

test("a patient reads the plain words first", () => {
  expect(parts(printHtml(report, { ...printing, reader: "patient" }, new Map()))[0]).toBe("plain");
  expect(parts(html)[0]).toBe("questions");
});

test("a report that replaces another says which, and why", () => {
  const replaces = {
    version: 1,
    digest: "1".repeat(64),
    signedAt: "2026-11-20T10:00:00Z",
    reason: "A number was <wrong>.",
  };
  const printed = printHtml(buildReport({ ...sampleInput, version: 2, replaces }), printing, new Map());
  expect(printed).toContain("This replaces version 1, signed 20 November 2026: A number was &lt;wrong&gt;.");
  expect(html).not.toContain("This replaces");
});

test("a part that nobody wrote says so; one that a page does without is left out", () => {
  const bare = printHtml(
    buildReport({
      ...sampleInput,
      opinion: { ...sampleInput.opinion, items: [] },
      urgentFindings: [],
      keyImages: [],
    }),
    printing,
    new Map(),
  );
  expect(bare).toMatch(
    /id="part-options">Options<\/h2><p class="note" dir="auto">Nothing was written here\./,
  );
  expect(bare).not.toMatch(/part-urgent|part-images|part-comparison/);
});

test("Arabic reads from the right", () => {
  expect(printHtml({ ...report, language: "ar" }, printing, new Map())).toContain(
    '<html lang="ar" dir="rtl">',
  );
});

test("what is escaped can be read again", () => {
  expect(escapeHtml(`a<b>&"'`)).toBe("a&lt;b&gt;&amp;&quot;&#39;");
  expect(escapeCss('CN-1"</style>')).toBe("CN-1\\22 \\3c /style\\3e ");
});
