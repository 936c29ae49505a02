import type { ImageUnit } from "@consilium/workspace";
import { type DicomDataset, numbersAt, textAt } from "./dicom-json.ts";
import { groupsOf } from "./frame-groups.ts";
import { scaledRegions } from "./scaled-regions.ts";

/** How far apart the centres of pixels stand, and in what. `row`: down a column; `column`: along a row. */
export interface PixelSpacing {
  readonly row: number;
  readonly column: number;
  readonly unit: ImageUnit;
}

export const noSpacing: PixelSpacing = { row: 1, column: 1, unit: "px" };

const tags = {
  spacing: "00280030",
  imagerSpacing: "00181164",
  calibration: "00280A02",
  modality: "00080060",
  measures: "00289110",
} as const;

/** A shadow of the patient, enlarged by how far the part stands from the detector. */
const projections: ReadonlySet<string> = new Set(["CR", "DX", "MG", "XA", "RF", "IO", "PX", "RG"]);

/**
 * The rule of units. Millimetres are refused without a spacing. On a projection image the spacing is the detector's, unless
 * somebody calibrated it; a spacing that differs from the detector's was calibrated, whether or not the image says by whom
 * (PS3.3, 10.7.1.3). The spacing at which film was scanned is no spacing in the patient.
 */
export function spacingOf(instance: DicomDataset, frame: number): PixelSpacing {
  const isProjection = projections.has(textAt(instance, tags.modality));
  const groups = groupsOf(instance, frame, tags.measures);
  const spacing = groups.map((group) => pairOf(numbersAt(group, tags.spacing))).find((pair) => pair);
  const imager = pairOf(numbersAt(instance, tags.imagerSpacing));
  if (!spacing) {
    if (isProjection && imager) return { ...imager, unit: "mm-at-detector" };
    return wholeScale(instance) ?? noSpacing;
  }
  if (textAt(instance, tags.calibration) !== "") return { ...spacing, unit: "calibrated" };
  if (!isProjection) return { ...spacing, unit: "mm" };
  const isCorrected = imager !== undefined && !isSame(spacing, imager);
  return { ...spacing, unit: isCorrected ? "calibrated" : "mm-at-detector" };
}

type Pair = Pick<PixelSpacing, "row" | "column">;

function pairOf([row, column]: readonly number[]): Pair | undefined {
  return row !== undefined && column !== undefined && row > 0 && column > 0 ? { row, column } : undefined;
}

const isSame = (one: Pair, other: Pair): boolean =>
  Math.abs(one.row - other.row) < 1e-6 && Math.abs(one.column - other.column) < 1e-6;

/** Of an ultrasound picture. Only where every region has one scale in tissue is there one for the picture. */
function wholeScale(instance: DicomDataset): PixelSpacing | undefined {
  const scales = scaledRegions(instance).map(({ scale }) => scale);
  const [first] = scales;
  if (!first || !scales.every((scale) => scale && isSame(scale, first))) return undefined;
  return { ...first, unit: "mm" };
}
