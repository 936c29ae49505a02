import type { DicomJson } from "@consilium/interchange";
import { expect, test } from "vitest";
import { fitsPattern } from "./fits-pattern.ts";
import { fits, mostFound, qidoQuery } from "./qido-query.ts";

const study: DicomJson = {
  "00080020": { vr: "DA", Value: ["20260412"] },
  "00080030": { vr: "TM", Value: ["101530.5"] },
  "00080050": { vr: "SH", Value: ["ABC 123"] },
  "00080061": { vr: "CS", Value: ["CT", "SR"] },
  "00100010": { vr: "PN", Value: [{ Alphabetic: "Quill^Marisol", Ideographic: "羽" }] },
  "00100020": { vr: "LO" },
  "0020000D": { vr: "UI", Value: ["2.25.1"] },
  "00201206": { vr: "IS", Value: [3] },
};

const found = (text: string): boolean => {
  const asked = qidoQuery(new URLSearchParams(text));
  if (!asked.ok) throw new Error(`${asked.reason} is refused.`);
  return fits(asked.value, study);
};

test.each([
  ["", true],
  ["StudyInstanceUID=2.25.1", true],
  ["0020000d=2.25.9,2.25.1", true],
  ["StudyInstanceUID=2.25", false],
  ["StudyDate=20260412", true],
  ["StudyDate=20260401-20260430", true],
  ["StudyDate=-20260411", false],
  ["StudyDate=20260412-", true],
  ["StudyDate=2026-04-12", false],
  ["StudyTime=10-1015", true],
  ["StudyTime=11-", false],
  ["ModalitiesInStudy=SR", true],
  ["ModalitiesInStudy=MR", false],
  ["AccessionNumber=ABC%20123", true],
  ["AccessionNumber=abc*", false],
  ["PatientName=quill*", true],
  ["PatientName=QUILL^M?RISOL", true],
  ["PatientName=Quill", false],
  ["PatientName=羽", true],
  ["PatientID=", true],
  ["PatientID=1", false],
  ["NumberOfStudyRelatedSeries=3", true],
  ["ReferringPhysicianName=*", false],
  ["StudyDate=20260412&ModalitiesInStudy=MR", false],
])("a search for %j finds it: %j", (text, is) => {
  expect(found(text)).toBe(is);
});

test("part of what is found is asked for by limit and offset, more fields by their names", () => {
  const asked = qidoQuery(
    new URLSearchParams("limit=5&offset=10&includefield=00081030,Rows&PatientName=Q*&fuzzymatching=true"),
  );
  expect(asked).toEqual({
    ok: true,
    value: {
      matching: [["00100010", "Q*"]],
      include: ["00081030", "00280010", "00100010"],
      limit: 5,
      offset: 10,
      isFuzzy: true,
    },
  });
  expect(qidoQuery(new URLSearchParams("limit=999999&includefield=all"))).toMatchObject({
    value: { limit: mostFound, include: "all" },
  });
});

test.each([
  "limit=-1",
  "offset=x",
  "PatientsName=Quill",
  "includefield=Nothing",
  `PatientID=${"1".repeat(257)}`,
])(
  "%j is refused by the name of its parameter: a condition that is not understood is not left out",
  (text) => {
    expect(qidoQuery(new URLSearchParams(text))).toEqual({ ok: false, reason: text.split("=")[0] });
  },
);

test("too many attributes are refused", () => {
  const many = Array.from({ length: 33 }, (_, at) => `${String(at).padStart(8, "0")}=1`).join("&");
  expect(qidoQuery(new URLSearchParams(many)).ok).toBe(false);
});

test.each([
  ["abc", "abc", true],
  ["abc", "a*", true],
  ["abc", "*c", true],
  ["abc", "a**c", true],
  ["abc", "a?", false],
  ["", "*", true],
  ["", "?", false],
  ["a.c", "a.c", true],
  ["abc", "a.c", false],
  ["aXbXc", "a*b*c", true],
])("%j fits %j: %j", (text, pattern, is) => {
  expect(fitsPattern(text, pattern)).toBe(is);
});

test("a pattern of many stars comes to an end", () => {
  expect(fitsPattern("a".repeat(20_000), `${"*a".repeat(100)}b`)).toBe(false);
});
