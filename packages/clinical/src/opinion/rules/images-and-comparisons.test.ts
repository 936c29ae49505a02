import { expect, test } from "vitest";
import type { ImagingHeld } from "../../record/imaging-held.ts";
import type { OpinionContext, OpinionItem } from "../opinion-content.ts";
import type { Check } from "./check.ts";
import { findingWithoutImages } from "./finding-without-images.ts";
import { createReadWithoutImages } from "./read-without-images.ts";
import { createUnchangedWithoutComparison } from "./unchanged-without-comparison.ts";

const imaging: ImagingHeld = new Map([
  ["ct", "images"],
  ["mr", "report-only"],
  ["slides", "report-only"],
]);
const context: OpinionContext = {
  questions: [],
  missingRecords: [],
  imaging,
  today: "2026-12-01",
  born: null,
  language: "en",
  discussed: new Set(),
};
const swedish = { ...context, language: "sv" };
const states = (checks: readonly Check[]) => checks.map(({ state }) => state);
const finding = (fields: Record<string, unknown>): OpinionItem => ({
  id: "f1",
  kind: "finding",
  rank: "a0",
  fields,
});

const reading = (modality: string, text = "Stenosis at L4/L5.", of = context) =>
  findingWithoutImages({ item: finding({ modality, text }), number: 2 }, of);

test("a finding is made with images that are here, or says that it goes by the report", () => {
  expect(reading("MRI")).toEqual([
    {
      rule: "finding-without-images",
      level: "look",
      state: "open",
      target: { section: "findings", item: "f1" },
      number: 2,
      name: "MRI",
    },
  ]);
  expect(states(reading("Slides"))).toEqual(["open"]);
  expect(states(reading("CT"))).toEqual(["met"]);
  expect(states(reading("MRI, report only"))).toEqual(["met"]);
  expect(states(reading("MRI", "As reported: stenosis at L4/L5."))).toEqual(["met"]);
});

test("of what is no imaging, of what nothing is here, and in another language nothing is said", () => {
  for (const modality of ["", "Examination", "Ultrasound", "MRSA swab"])
    expect(reading(modality)).toEqual([]);
  expect(reading("MRI", "Stenosis.", swedish)).toEqual([]);
});

const claimed = (text: string, of = context) =>
  createReadWithoutImages()({ sections: { records: text }, items: [] }, of);

test("a sentence that claims a reading of one's own needs the images", () => {
  expect(claimed("Summary first. I have reviewed the MRI of the spine myself. Then more.")).toEqual([
    {
      rule: "read-without-images",
      level: "look",
      state: "open",
      target: { section: "records", words: "I have reviewed the MRI of the spine myself" },
      name: "I have reviewed the MRI of the spine myself",
    },
  ]);
  expect(states(claimed("We re-read the slides.\nIndependent reading of the MR images."))).toEqual([
    "open",
    "open",
  ]);
  expect(states(claimed("I have reviewed the CT of the abdomen."))).toEqual(["met"]);
});

test("a sentence about a report, one that says what was not read, and one of others claim nothing", () => {
  for (const text of [
    "I read the report of the MRI.",
    "I have not reviewed the MRI.",
    "I reviewed the MRI only in part.",
    "The MRI was read elsewhere.",
    "I reviewed the medicines.",
    "I reviewed the letters of Mr Lind and Mrs Lind.",
    "I have looked at the echo.",
  ])
    expect(claimed(text)).toEqual([]);
  expect(claimed("I have reviewed the MRI.", swedish)).toEqual([]);
});

const unchanged = (section: string, fields?: Record<string, unknown>, of = context) =>
  createUnchangedWithoutComparison()(
    { sections: { findings: section }, items: fields ? [finding(fields)] : [] },
    of,
  );

test("what is as it was names the study that it is compared with, and its date", () => {
  expect(unchanged("", { modality: "CT", text: "The cyst is unchanged." })).toEqual([
    {
      rule: "finding-unchanged-without-comparison",
      level: "look",
      state: "open",
      target: { section: "findings", item: "f1" },
      number: 1,
    },
  ]);
  const named = [
    "The cyst is unchanged since the CT of 3 May 2024.",
    "No interval change from the MRI of March 2024.",
    "Stable in size, study of 12.03.2024.",
    "Unchanged since .",
  ];
  const unnamed = [
    "No change since 2024.",
    "It remains stable on the earlier scan.",
    "The cyst has not changed.",
    "Stable in appearance.",
  ];
  const all = [...named, ...unnamed];
  expect(all.map((text) => states(unchanged("", { text })))).toEqual([
    ...named.map(() => ["met"]),
    ...unnamed.map(() => ["open"]),
  ]);
  expect(states(unchanged("", { text: "Unchanged.", evidence: ["e1", "e2"] }))).toEqual(["met"]);
  expect(states(unchanged("", { text: "Unchanged.", evidence: ["e1"] }))).toEqual(["open"]);
});

test("the text of the section is read too, and a comparison named in it is one for the findings below", () => {
  const [check] = unchanged("Liver smooth.\nBones unchanged.");
  expect(check).toMatchObject({
    rule: "unchanged-without-comparison",
    level: "look",
    state: "open",
    target: { section: "findings", words: "unchanged" },
    name: "unchanged",
  });
  const named = unchanged("Comparison: CT of 3 May 2024.\nBones unchanged.", { text: "Cyst unchanged." });
  expect(states(named)).toEqual(["met", "met"]);
});

test("stable that compares nothing, kinds of changes, and another language say nothing", () => {
  for (const text of [
    "The fracture is stable.",
    "No degenerative changes, no signal change.",
    "No change in signal of the cord.",
    "Weight stable.",
  ])
    expect(unchanged(text, { text })).toEqual([]);
  expect(unchanged("", { first: "Unchanged." })).toEqual([]);
  expect(unchanged("Unchanged.", { text: "Unchanged." }, swedish)).toEqual([]);
});
