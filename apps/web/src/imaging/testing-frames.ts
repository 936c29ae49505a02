import type { DicomDataset } from "./dicom-json.ts";
import { framesOfInstance, type SeriesFrame } from "./series-frames.ts";

const element = (vr: string, ...values: readonly unknown[]) => ({ vr, Value: values });

/** A slice of an invented CT, 256 by 256. What is given replaces what it says. */
export const ctSlice = (at: number, changed: DicomDataset = {}): DicomDataset => ({
  "00080018": element("UI", `2.25.1.${at}`),
  "00080060": element("CS", "CT"),
  "00081190": element("UR", `instances/2.25.1.${at}`),
  "00091001": element("LO", "a".repeat(64)),
  "00200032": element("DS", -180, -160, at * 2.5),
  "00200037": element("DS", 1, 0, 0, 0, 1, 0),
  "00200052": element("UI", "2.25.9"),
  "00280010": element("US", 256),
  "00280011": element("US", 256),
  "00280030": element("DS", 0.7, 0.8),
  ...changed,
});

export const base = "https://example.test/api/cases/1/dicomweb/studies/2.25.3/series/2.25.4";

export function frameOf(dataset: DicomDataset, frame = 1): SeriesFrame {
  const found = framesOfInstance(dataset, base).frames[frame - 1];
  if (!found) throw new Error("The data set has no such frame");
  return found;
}

export { element };
