import { leastWidth, type WindowFunction, windowFunctionNamed } from "@consilium/interchange/tables";
import { type DicomDataset, numberAt, textAt } from "./dicom-json.ts";
import type { ValueWindow } from "./window-presets.ts";

/** How values within the windows of a picture become shades. */
export const shapeOfWindow = (dataset: DicomDataset): WindowFunction =>
  windowFunctionNamed(textAt(dataset, "00281056"));

/** The first window that a picture names. Undefined: none that can be used. */
export function storedWindow(dataset: DicomDataset): ValueWindow | undefined {
  const [centre, width] = [numberAt(dataset, "00281050"), numberAt(dataset, "00281051")];
  if (centre === undefined || width === undefined || width < leastWidth(shapeOfWindow(dataset)))
    return undefined;
  return { centre, width };
}
