import type { GridValues } from "../pixel-statistics.ts";
import { fullWindowOf, type ValueWindow } from "../window-presets.ts";
import { type PlaneView, voxelOfPixel } from "./plane-view.ts";
import type { SliceVolume, Voxel } from "./slice-volume.ts";

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
  const slices = Array.from({ length: size[2] }, (_, slice) => valuesOf(slice));
  // From pixel to pixel the voxel moves by the same step.
  const [column0, row0, slice0] = voxelOfPixel(view, index, [0, 0]);
  const [right0, right1, right2] = minusVoxel(voxelOfPixel(view, index, [1, 0]), [column0, row0, slice0]);
  const [down0, down1, down2] = minusVoxel(voxelOfPixel(view, index, [0, 1]), [column0, row0, slice0]);
  for (let down = 0; down < rows; down += 1) {
    for (let right = 0; right < columns; right += 1) {
      const slice = slices[slice0 + right2 * right + down2 * down];
      const column = column0 + right0 * right + down0 * down;
      const row = row0 + right1 * right + down1 * down;
      values[down * columns + right] = slice
        ? (slice.stored[row * size[0] + column] ?? Number.NaN) * slice.slope + slice.intercept
        : Number.NaN;
    }
  }
  return values;
}

const minusVoxel = (one: Voxel, other: Voxel): Voxel => [
  one[0] - other[0],
  one[1] - other[1],
  one[2] - other[2],
];

/** From the least to the greatest value. Undefined: there is none. */
export function windowOfValues(values: Float32Array): ValueWindow | undefined {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? fullWindowOf(least, most) : undefined;
}
