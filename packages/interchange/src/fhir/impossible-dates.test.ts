import { expect, test } from "vitest";
import { importCcda } from "../ccda/import-ccda.ts";
import { condition, creatinine, encode, importOptions } from "./testing/bundles.ts";
import { imported, only } from "./testing/imported.ts";

const impossible = ({ notUnderstood }: ReturnType<typeof imported>) =>
  notUnderstood
    .filter(({ gap }) => gap === "impossible-date")
    .map(({ type, part, count, written }) => [type, part, count, written]);

test("a date that cannot be leaves its value undated, and is told as it was written", () => {
  const content = imported([
    creatinine("o1", "2026-02-30", "70"),
    creatinine("o2", "2026-13-01T10:00:00Z", "71"),
    creatinine("o3", "2026-02-28", "72"),
    { ...condition, onsetDateTime: undefined, onsetPeriod: { start: "31.12.2025", end: "2026" } },
  ]);
  const { points } = only(content, "laboratory").content.series[0] ?? { points: [] };
  expect(new Set(points.map(({ date }) => date))).toEqual(new Set(["2026-02-28", null]));
  expect(impossible(content)).toEqual([
    ["Observation", "effectiveDateTime", 2, ["2026-02-30", "2026-13-01T10:00:00Z"]],
    ["Condition", "onsetPeriod.start", 1, ["31.12.2025"]],
  ]);
});

test("what is no date of a record is not asked for one, and what is in no record is not told twice", () => {
  const content = imported([
    {
      ...creatinine("o1", "2026-02-28", "70"),
      extension: [{ url: "urn:x", valueDate: "2026-02-30" }],
      identifier: [{ system: "urn:x", value: "1", period: { start: "2026-02-30" } }],
    },
    { resourceType: "Claim", id: "c", created: "2026-02-30", billablePeriod: { start: "2026-02-30" } },
  ]);
  expect(impossible(content)).toEqual([]);
});

test("in C-CDA the date of the document and of a birth are told alike", () => {
  const text = `<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Letter</title><effectiveTime value="20261341"/>
    <recordTarget><patientRole><patient><name>Ada Brennan</name><birthTime value="19620230"/></patient></patientRole></recordTarget>
    <component><structuredBody><component><section><title>Past</title><text>Well.</text></section></component></structuredBody></component></ClinicalDocument>`;
  const document = importCcda(encode(text), importOptions());
  if (!document.ok) throw new Error(document.refusal.reason);
  expect(document.value.patient.birthDate).toBeNull();
  expect(document.value.records[0]?.date).toBeNull();
  expect(document.value.notUnderstood.map(({ type, part, written }) => [type, part, written])).toEqual([
    ["Patient", "birthDate", ["1962-02-30"]],
    ["ClinicalDocument", "effectiveTime", ["2026-13-41"]],
  ]);
});
