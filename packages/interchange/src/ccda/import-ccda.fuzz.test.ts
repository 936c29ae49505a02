import { recordDigest, recordSchema } from "@consilium/clinical";
import { recordPlainText } from "@consilium/clinical";
import { createSeededRandom, type Random } from "@consilium/foundation";
import { describe, expect, test } from "vitest";
import { importFhir, importFhirResource } from "../fhir/import-fhir.ts";
import { unaccounted } from "../fhir/testing/account.ts";
import { encode, importOptions } from "../fhir/testing/bundles.ts";
import { importCcda, isCcda } from "./import-ccda.ts";
import { patientRole, withBody } from "./testing/documents.ts";
import { richSections } from "./testing/rich-sections.ts";
import { missingWords, sectionTexts } from "./testing/words.ts";

const whole = withBody(
  `<structuredBody>${richSections.map((one) => `<component>${one}</component>`).join("")}</structuredBody>`,
);

/** Imports whatever it is given; says whether it was read, and that what was read is sound and complete. */
async function importsSoundly(bytes: Uint8Array): Promise<boolean> {
  isCcda(bytes);
  importFhir(bytes, importOptions());
  importFhirResource(bytes, importOptions());
  const result = importCcda(bytes, importOptions());
  if (!result.ok) return false;
  expect(unaccounted(result.value)).toBe(0);
  const digests = result.value.records.map(async (record) => recordDigest(recordSchema.parse(record)));
  expect(await Promise.all(digests)).toHaveLength(result.value.records.length);
  const kept = result.value.records
    .filter(({ kind }) => kind === "note")
    .map(recordPlainText)
    .join("\n");
  expect(missingWords(sectionTexts(bytes).join("\n"), kept)).toEqual([]);
  return true;
}

const names =
  "section component entry act observation organizer procedure encounter substanceAdministration supply code value effectiveTime low high entryRelationship consumable manufacturedProduct manufacturedMaterial text title id templateId translation originalText reference referenceRange observationRange interpretationCode table thead tbody tr td th list item paragraph content footnote footnoteRef renderMultiMedia caption br sup linkHtml participant participantRole playingEntity __proto__".split(
    " ",
  );
const attributes =
  'xsi:type="PQ"|xsi:type="CD"|xsi:type="IVL_TS"|value="1e999"|value="20269999"|value="#a"|code="1"|code="SEV"|nullFlavor="UNK"|negationInd="true"|moodCode="INT"|typeCode="SUBJ"|unit="1"|ID="a"|IDREF="a"|referencedObject="a"|colspan="9999"|rowspan="7"|displayName="x"|root="2.16.840.1.113883.10.20.22.4.6"'.split(
    "|",
  );

function grown(random: Random, depth: number): string {
  if (depth === 0 || random.below(6) === 0)
    return random.pick(["words here", "&lt;b&gt;", "\u202e", " ", "5 &#181;g"]);
  const name = random.pick(names);
  const own = [...new Set(Array.from({ length: random.below(3) }, () => random.pick(attributes)))]
    .filter(
      (one, index, all) => all.findIndex((other) => other.split("=")[0] === one.split("=")[0]) === index,
    )
    .map((one) => ` ${one}`);
  const inner = Array.from({ length: random.below(4) }, () => grown(random, depth - 1)).join(" ");
  return `<${name}${own.join("")}>${inner}</${name}>`;
}

describe("whatever a file holds, the import answers", () => {
  test("the document that is changed is read in full", async () => {
    expect(await importsSoundly(encode(whole))).toBe(true);
  });
  test("bytes changed, cut and doubled anywhere", async () => {
    const random = createSeededRandom(11);
    const bytes = encode(whole);
    for (let run = 0; run < 150; run += 1) {
      const changed = Uint8Array.from(bytes);
      for (let change = 0; change <= random.below(3); change += 1) {
        changed[random.below(changed.length)] = random.below(256);
      }
      await importsSoundly(random.below(4) === 0 ? changed.slice(0, random.below(changed.length)) : changed);
    }
    expect(await importsSoundly(bytes)).toBe(true);
  });
  test("elements taken out, doubled and put elsewhere", async () => {
    const random = createSeededRandom(12);
    const pieces = whole.split(/(?=<)/);
    let read = 0;
    for (let run = 0; run < 80; run += 1) {
      const place = random.below(pieces.length);
      // One that ends itself can go anywhere: the document stays well-formed.
      const moved = pieces.filter((piece) => piece.endsWith("/>") || piece.includes("/>"));
      const next = [...pieces.slice(0, place), random.pick(moved), ...pieces.slice(place)];
      if (await importsSoundly(encode(next.join("")))) read += 1;
    }
    expect(read).toBeGreaterThan(40);
  });
  test.each([21, 22, 23])("sections of any elements in any order (seed %i)", async (seed) => {
    const random = createSeededRandom(seed);
    let read = 0;
    for (let run = 0; run < 60; run += 1) {
      const code = random.pick([
        "11450-4",
        "48765-2",
        "10160-0",
        "30954-2",
        "47519-4",
        "46240-8",
        "18776-5",
        "1-1",
      ]);
      const text = grown(random, 6);
      const entries = Array.from({ length: 3 }, () => `<entry>${grown(random, 6)}</entry>`).join("");
      const document = withBody(
        `<structuredBody><component><section><code code="${code}"/><text>${text}</text>${entries}</section></component></structuredBody>`,
      );
      if (await importsSoundly(encode(document))) read += 1;
    }
    expect(read).toBe(60);
  });
});

describe("documents made to be slow", () => {
  test.each([
    [
      "a hundred thousand footnotes",
      () => `<text>${'<footnote ID="a">n</footnote><footnoteRef IDREF="a"/>'.repeat(50_000)}</text>`,
    ],
    [
      "very wide spans",
      () =>
        `<text><table>${'<tr><td colspan="9999" rowspan="9999">x</td></tr>'.repeat(20_000)}</table></text>`,
    ],
    [
      "ninety levels of lists",
      () => `<text>${"<list><item>a".repeat(40)}${"</item></list>".repeat(40)}</text>`,
    ],
    ["a title of a million signs", () => `<title>${"word ".repeat(200_000)}</title><text>x</text>`],
    ["text of six million signs", () => `<text>${"a b ".repeat(1_500_000)}</text>`],
    [
      "a reference to everything, many times",
      () =>
        `<text><paragraph ID="p">${"word ".repeat(2000)}</paragraph></text>${'<entry><observation><value xsi:type="CD" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><originalText><reference value="#p"/></originalText></value></observation></entry>'.repeat(2000)}`,
    ],
    [
      "an observation in an observation, thirty deep and wide",
      () =>
        `<text/><entry>${"<observation><entryRelationship>".repeat(30)}${"</entryRelationship></observation>".repeat(30)}</entry>`,
    ],
  ])("%s", (_name, inner) => {
    const document = withBody(
      `<structuredBody><component><section><code code="11450-4"/>${inner()}</section></component></structuredBody>`,
      [patientRole],
    );
    expect(importCcda(encode(document), importOptions()).ok).toBe(true);
  });
});
