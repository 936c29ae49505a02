import { leastWidth, type WindowFunction, windowFunctionNamed } from "@consilium/interchange/tables";
import { type DicomDataset, numberAt, textAt } from "./dicom-json.ts";
import { shownByTable, windowOfTable } from "./grey-table.ts";
import type { ValueWindow } from "./window-presets.ts";

/** How values within the windows of a picture become shades. */
export const shapeOfWindow = (dataset: DicomDataset): WindowFunction =>
  windowFunctionNamed(textAt(dataset, "00281056"));

/** What a picture is seen with first: what its own table shows, else the first window that it names. */
export function ownWindow(dataset: DicomDataset): ValueWindow | undefined {
  const table = shownByTable(dataset);
  return table ? windowOfTable(table) : storedWindow(dataset);
}

/** The first window that a picture names. Undefined: none that can be used. */
export function storedWindow(dataset: DicomDataset): ValueWindow | undefined {
  const [centre, width] = [numberAt(dataset, "00281050"), numberAt(dataset, "00281051")];
  if (centre === undefined || width === undefined || width < leastWidth(shapeOfWindow(dataset)))
    return undefined;
  return { centre, width };
}
