import { leastWidth, type WindowFunction, windowFunctionNamed } from "@consilium/interchange/tables";
import { type DicomDataset, numberAt, textAt } from "./dicom-json.ts";
import { shownByTable, windowOfTable } from "./grey-table.ts";
import type { ShadeLook } from "./shades.ts";
import type { ValueWindow } from "./window-presets.ts";

/** How values within the windows of a picture become shades. */
const shapeOfWindow = (dataset: DicomDataset): WindowFunction =>
  windowFunctionNamed(textAt(dataset, "00281056"));

/** How a picture says that it is to be seen: by its own table, else by the first window that it names. Undefined: it does not say. */
export function ownShades(dataset: DicomDataset): Omit<ShadeLook, "isInverted"> | undefined {
  const table = shownByTable(dataset);
  if (table) return { window: windowOfTable(table), shape: "linear-exact", table };
  const window = storedWindow(dataset);
  return window && { window, shape: shapeOfWindow(dataset) };
}

/** The first window that a picture names. Undefined: none that can be used. */
function storedWindow(dataset: DicomDataset): ValueWindow | undefined {
  const [centre, width] = [numberAt(dataset, "00281050"), numberAt(dataset, "00281051")];
  if (centre === undefined || width === undefined || width < leastWidth(shapeOfWindow(dataset)))
    return undefined;
  return { centre, width };
}
