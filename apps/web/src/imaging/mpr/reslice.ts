import type { GridValues } from "../pixel-statistics.ts";
import { rangeOfWindow, type ValueWindow, windowOfRange } from "../window-presets.ts";
import { type PlaneView, voxelOfPixel } from "./plane-view.ts";
import type { SliceVolume } from "./slice-volume.ts";

export type SliceValues = Pick<GridValues, "stored" | "slope" | "intercept">;

/** Undefined: the slice has not come. */
export type ValuesOf = (slice: number) => SliceValues | undefined;

/** The values of a plane's picture, row after row; NaN where a slice has not come. Nothing is interpolated. */
export function resliced(
  { size }: SliceVolume,
  valuesOf: ValuesOf,
  view: PlaneView,
  index: number,
): Float32Array {
  const { columns, rows } = view;
  const values = new Float32Array(columns * rows);
  // From pixel to pixel the voxel moves by the same step.
  const first = voxelOfPixel(view, index, [0, 0]);
  const right = voxelOfPixel(view, index, [1, 0]);
  const down = voxelOfPixel(view, index, [0, 1]);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = (axis: 0 | 1 | 2) =>
        first[axis] + (right[axis] - first[axis]) * column + (down[axis] - first[axis]) * row;
      const slice = valuesOf(at(2));
      values[row * columns + column] = slice
        ? (slice.stored[at(1) * size[0] + at(0)] ?? Number.NaN) * slice.slope + slice.intercept
        : Number.NaN;
    }
  }
  return values;
}

/** From the least to the greatest value. Undefined: there is none. */
export function windowOfValues(values: Float32Array): ValueWindow | undefined {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? windowOfRange(least, most) : undefined;
}

/** Grey, from the values and the window; what is not there is left clear. Four bytes a pixel. */
export function greyOf(
  values: Float32Array,
  window: ValueWindow,
  isInverted: boolean,
): Uint8ClampedArray<ArrayBuffer> {
  const { lower, upper } = rangeOfWindow(window);
  const pace = 255 / (upper - lower);
  const bytes = new Uint8ClampedArray(values.length * 4);
  for (const [at, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    // The array holds it between 0 and 255.
    const grey = (value - lower) * pace;
    const shown = isInverted ? 255 - grey : grey;
    bytes[at * 4] = shown;
    bytes[at * 4 + 1] = shown;
    bytes[at * 4 + 2] = shown;
    bytes[at * 4 + 3] = 255;
  }
  return bytes;
}
