import type { DataSet } from "./data-set.ts";
import { numbersOf, positiveOrNull } from "./dicom-values.ts";

export type Vector = readonly [number, number, number];
export const planes = ["axial", "coronal", "sagittal", "oblique"] as const;
export type Plane = (typeof planes)[number];

/** Where a picture lies in the patient. Millimetres, LPS axes; of a picture with many frames the first. */
export interface Geometry {
  /** Of the middle of the first pixel. */
  readonly position: Vector | null;
  /** Unit vectors along a row and down a column. */
  readonly orientation: { readonly row: Vector; readonly column: Vector } | null;
  readonly plane: Plane | null;
  /** Between rows, between columns, in the patient. */
  readonly pixelSpacing: readonly [number, number] | null;
  /** The same at the detector: not a distance in the patient. */
  readonly imagerPixelSpacing: readonly [number, number] | null;
  readonly thicknessMm: number | null;
}

const vector = (numbers: readonly number[]): Vector => [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0];

export const dot = (left: Vector, right: Vector): number =>
  left[0] * right[0] + left[1] * right[1] + left[2] * right[2];

export const cross = (left: Vector, right: Vector): Vector => [
  left[1] * right[2] - left[2] * right[1],
  left[2] * right[0] - left[0] * right[2],
  left[0] * right[1] - left[1] * right[0],
];

/** The cosine up to which a slice still bears the name of its plane. */
const closeEnough = 0.9;

function planeOf(orientation: Geometry["orientation"]): Plane | null {
  if (orientation === null) return null;
  const [x, y, z] = cross(orientation.row, orientation.column).map(Math.abs);
  if ((z ?? 0) > closeEnough) return "axial";
  if ((y ?? 0) > closeEnough) return "coronal";
  return (x ?? 0) > closeEnough ? "sagittal" : "oblique";
}

/** Two unit vectors at a right angle, as far as they were rounded; anything else is no orientation. */
function orientationOf(numbers: readonly number[] | null): Geometry["orientation"] {
  if (numbers === null) return null;
  const [row, column] = [vector(numbers), vector(numbers.slice(3))];
  const isUnit = (direction: Vector) => Math.abs(dot(direction, direction) - 1) < 0.02;
  return isUnit(row) && isUnit(column) && Math.abs(dot(row, column)) < 0.02 ? { row, column } : null;
}

function spacing(data: DataSet | null, tag: number): readonly [number, number] | null {
  const [rows = 0, columns = 0] = numbersOf(data, tag, 2) ?? [];
  return rows > 0 && columns > 0 ? [rows, columns] : null;
}

/** The functional groups of enhanced pictures: of the first frame, else of all frames. */
function groupWith(data: DataSet, sequence: number): DataSet | null {
  const [perFrame, shared] = [data.item(0x52009230), data.item(0x52009229)];
  return perFrame?.item(sequence) ?? shared?.item(sequence) ?? null;
}

export function geometryOf(data: DataSet): Geometry {
  const place = groupWith(data, 0x00209113) ?? data;
  const turn = groupWith(data, 0x00209116) ?? data;
  const measures = groupWith(data, 0x00289110) ?? data;
  const position = numbersOf(place, 0x00200032, 3);
  const orientation = orientationOf(numbersOf(turn, 0x00200037, 6));
  return {
    position: position === null ? null : vector(position),
    orientation,
    plane: planeOf(orientation),
    pixelSpacing: spacing(measures, 0x00280030),
    imagerPixelSpacing: spacing(data, 0x00181164),
    thicknessMm: positiveOrNull(measures.number(0x00180050)),
  };
}
