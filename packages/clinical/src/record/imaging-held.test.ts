import { expect, test } from "vitest";
import { imagingHeldIn } from "./imaging-held.ts";
import type { RecordOutline } from "./record-outline.ts";

const head = { title: "A record", code: null };
const study = (...modalities: readonly string[]): RecordOutline => ({
  ...head,
  kind: "imaging-study",
  content: { modalities },
});
const report = (modality: string): RecordOutline => ({
  ...head,
  kind: "imaging-report",
  content: { modality },
});

test("of each way of imaging there are images, only a report, or nothing", () => {
  const held = imagingHeldIn([
    report("CT"),
    study("MR"),
    report("MR"),
    report("DX"),
    study("CR"),
    report(""),
  ]);
  expect([...held]).toEqual([
    ["ct", "report-only"],
    ["mr", "images"],
    ["x-ray", "images"],
  ]);
});

test("one study may be of two ways, and slides are the images of a pathology report", () => {
  expect([...imagingHeldIn([study("PT", "CT"), { ...head, kind: "pathology" }])]).toEqual([
    ["ct", "images"],
    ["pet", "images"],
    ["slides", "report-only"],
  ]);
  expect([
    ...imagingHeldIn([
      { ...head, kind: "pathology" },
      { ...head, kind: "slide" },
    ]),
  ]).toEqual([["slides", "images"]]);
});
