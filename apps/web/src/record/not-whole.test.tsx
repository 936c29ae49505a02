import type { ImageSeries, RecordOf } from "@consilium/clinical";
import { loadMessages } from "@consilium/language";
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { isNotWhole, NotWhole } from "./not-whole.tsx";

const messages = await loadMessages("en");

const series = (uid: string, changes: Partial<ImageSeries> = {}): ImageSeries => ({
  uid,
  number: 4,
  modality: "CT",
  description: "Portal venous",
  bodyPart: null,
  laterality: null,
  instances: 50,
  frames: 50,
  tracings: 0,
  frameOfReference: null,
  thicknessMm: null,
  notDisplayed: null,
  ...changes,
});

const study = (all: readonly ImageSeries[], sameIdentifiers?: number): RecordOf<"imaging-study"> => ({
  id: "study",
  title: "CT Abdomen",
  date: null,
  source: "",
  author: null,
  language: null,
  code: null,
  revealsFirstOpinion: false,
  kind: "imaging-study",
  content: {
    studyUid: "2.25.1",
    accession: null,
    modalities: ["CT"],
    series: all,
    bytes: 1,
    ...(sameIdentifiers !== undefined && { sameIdentifiers }),
  },
});

const said = (shown: RecordOf<"imaging-study">): readonly string[] => {
  const { container } = render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <NotWhole study={shown} className="" />
    </LanguageProvider>,
  );
  return Array.from(container.querySelectorAll("p"), ({ textContent }) => textContent);
};

test("a study that is whole says nothing", () => {
  const whole = study([series("1")]);
  expect(isNotWhole(whole)).toBe(false);
  expect(said(whole)).toEqual([]);
});

test("a gap is said with the slices that it lies between", () => {
  const lacking = study([series("1", { gaps: [{ after: 40, before: 41, missing: 3 }] })]);
  expect(isNotWhole(lacking)).toBe(true);
  expect(said(lacking)).toEqual([
    "Between slice 40 and 41 some pictures seem to be missing: 3 would fit in between. Ask whoever sent them for the whole series.",
  ]);
});

test("of several series it is said which one lacks pictures, and of several gaps how many", () => {
  const gaps = [
    { after: 4, before: 5, missing: 1 },
    { after: 9, before: 10, missing: 2 },
  ];
  const [sentence, ...others] = said(study([series("1"), series("2", { description: "", gaps })]));
  expect(others).toEqual([]);
  expect(sentence).toBe(
    "Series 4: At 2 places pictures seem to be missing, first between slice 4 and 5: 3 would fit in altogether. Ask whoever sent them for the whole series.",
  );
});

test("pictures that came in two versions are said", () => {
  expect(said(study([series("1")], 12))).toEqual([
    "12 pictures came in different versions under the same identifier. Which is the right one cannot be told here, so each version is kept, in a record of its own.",
  ]);
});
