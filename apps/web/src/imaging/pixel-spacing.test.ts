import { expect, test } from "vitest";
import type { DicomDataset } from "./dicom-json.ts";
import { spacingOf } from "./pixel-spacing.ts";
import { element } from "./testing-frames.ts";

const image = (modality: string, tags: DicomDataset = {}): DicomDataset => ({
  "00080060": element("CS", modality),
  ...tags,
});
const spacing = { "00280030": element("DS", 0.5, 0.6) };
const imager = { "00181164": element("DS", 0.2, 0.2) };

test("slices with a spacing are measured in millimetres, rows and columns apart", () => {
  expect(spacingOf(image("CT", spacing), 1)).toEqual({ row: 0.5, column: 0.6, unit: "mm" });
});

test.for<[string, DicomDataset]>([
  ["no spacing", image("CT")],
  ["one number", image("CT", { "00280030": element("DS", 0.5) })],
  ["a spacing of nothing", image("MR", { "00280030": element("DS", 0, 0) })],
  ["words", image("MR", { "00280030": element("DS", "wide", "high") })],
  ["only the film scanner's spacing", image("CR", { "00182010": element("DS", 0.1, 0.1) })],
  ["a detector's spacing on a slice", image("CT", imager)],
])("millimetres are refused with %s", ([, dataset]) => {
  expect(spacingOf(dataset, 1)).toEqual({ row: 1, column: 1, unit: "px" });
});

test.for(["CR", "DX", "MG", "XA", "RF"])("on %s lengths are at the detector", (modality) => {
  expect(spacingOf(image(modality, imager), 1)).toEqual({ row: 0.2, column: 0.2, unit: "mm-at-detector" });
  const same = { ...imager, "00280030": element("DS", 0.2, 0.2) };
  expect(spacingOf(image(modality, same), 1).unit).toBe("mm-at-detector");
  expect(spacingOf(image(modality, spacing), 1).unit).toBe("mm-at-detector");
});

test("a calibration is said, also one that only shows in another spacing than the detector's", () => {
  const said = { ...spacing, "00280A02": element("CS", "FIDUCIAL") };
  expect(spacingOf(image("DX", said), 1).unit).toBe("calibrated");
  expect(spacingOf(image("DX", { ...spacing, ...imager }), 1)).toEqual({
    row: 0.5,
    column: 0.6,
    unit: "calibrated",
  });
});

const measures = (row: number) =>
  element("SQ", { "00289110": element("SQ", { "00280030": element("DS", row, 1) }) });

test("a frame's own spacing goes before that of all frames", () => {
  const dataset = image("MR", {
    "52009229": measures(2),
    "52009230": element("SQ", { "00289110": element("SQ", { "00280030": element("DS", 3, 1) }) }, {}),
  });
  expect(spacingOf(dataset, 1).row).toBe(3);
  expect(spacingOf(dataset, 2).row).toBe(2);
});

const region = (units: number, delta: number) => ({
  "00186012": element("US", 1),
  "00186024": element("US", units),
  "00186026": element("US", units),
  "0018602C": element("FD", delta),
  "0018602E": element("FD", delta),
});

test("ultrasound has the scale of its regions, where they have one", () => {
  const one = { "00186011": element("SQ", region(3, 0.02)) };
  expect(spacingOf(image("US", one), 1)).toEqual({ row: 0.2, column: 0.2, unit: "mm" });
  const two = { "00186011": element("SQ", region(3, 0.02), region(3, 0.05)) };
  expect(spacingOf(image("US", two), 1).unit).toBe("px");
  const seconds = { "00186011": element("SQ", region(4, 0.02)) };
  expect(spacingOf(image("US", seconds), 1).unit).toBe("px");
});
