import { referralFile } from "@consilium/interchange/testing/referral";
import { expect, test } from "vitest";
import { bundleText, caseBundle } from "../bundle/case-bundle.ts";
import { everyRecord } from "../testing/every-record.ts";
import { exported, exportOf, opened } from "../testing/export-of.ts";
import { compareCases } from "./compare-cases.ts";

test("a referral that is imported, exported, imported again and exported again says the same", async () => {
  const first = await exported(referralFile(), 1);
  const second = await exported(first, 2);
  expect(second).not.toBe(first);
  const { isEqual, onlyFirst, onlySecond, compared, left } = await compareCases(first, second);
  expect([onlyFirst, onlySecond, isEqual]).toEqual([[], [], true]);
  expect(compared).toBe(14);
  expect(left).toEqual([
    "CareTeam of-that-case",
    "Practitioner of-that-case",
    "PractitionerRole of-that-case",
    "Provenance of-that-case",
  ]);
});

test("a record of each kind says the same after a second way through a file; those whose bytes lie beside it are named as not compared", async () => {
  const file = {
    path: "files/a",
    name: "a.pdf",
    mediaType: "application/pdf",
    bytes: 1,
    sha256: "a".repeat(64),
  };
  const base = exportOf(opened(referralFile(), 1), 1);
  // Of a study with its pictures a file in FHIR leaves that it was made.
  const records = everyRecord(file).filter(({ record }) => record.kind !== "imaging-study");
  const first = bundleText(await caseBundle({ ...base, records }));
  const { onlyFirst, onlySecond, left } = await compareCases(first, await exported(first, 2));
  expect([onlyFirst, onlySecond]).toEqual([[], []]);
  expect(left).toContain("DocumentReference files-beside");
});

test("decimals stay as they were written, on the way in and on the way out", async () => {
  const first = await exported(referralFile(), 1);
  expect(first).toContain('"value": 9.80');
  expect(await exported(first, 2)).toContain('"value": 9.80');
});

test.for<readonly [string, (text: string) => string]>([
  ["a digit", (text) => text.replace('"value": 9.80', '"value": 9.8')],
  ["a word of what was told", (text) => text.replace("right hepatectomy", "left hepatectomy")],
  ["a dose", (text) => text.replace("47.5 mg", "95 mg")],
  ["a date", (text) => text.replace("2026-05-20", "2026-05-21")],
  ["a question less", (text) => text.replace("Is more chemotherapy needed first?", "")],
  [
    "the order of the questions",
    (text) =>
      text
        .replace("Can the lesions be resected safely?", "Q")
        .replace("Is more chemotherapy needed first?", "Can the lesions be resected safely?")
        .replace('"Q"', '"Is more chemotherapy needed first?"'),
  ],
  ["the patient's name", (text) => text.replace("Rosa Quintana", "Rosa Quintano")],
])("%s is seen", async ([, change]) => {
  const text = await exported(referralFile(), 1);
  const changed = change(text);
  expect(changed).not.toBe(text);
  expect((await compareCases(text, changed)).isEqual).toBe(false);
});

test("new ids and another order of the entries are not seen", async () => {
  const text = await exported(referralFile(), 1);
  const ids = new Set(text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
  let renamed = text;
  for (const [at, id] of [...ids].entries())
    renamed = renamed.replaceAll(id, `00000000-0000-8000-a000-${String(at).padStart(12, "0")}`);
  const bundle: { entry: object[] } = JSON.parse(renamed.replace('"value": 9.80', '"value": 9.8'));
  bundle.entry.reverse();
  const reversed = JSON.stringify(bundle)
    .replace(/"value":9.8\b/, '"value":9.80')
    .replace(/"value":12,"unit":"g\/dL","system"/, '"value":12.0,"unit":"g/dL","system"');
  expect(await compareCases(text, reversed)).toMatchObject({ isEqual: true, onlyFirst: [], onlySecond: [] });
});
