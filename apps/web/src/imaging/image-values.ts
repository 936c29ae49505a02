import { type Types, utilities } from "@cornerstonejs/core";
import { rangeOf } from "./grey-table.ts";

/** What another picture's values are: of each pixel, and how they become the modality's. */
export interface ImageValues {
  readonly values: Types.PixelDataTypedArray;
  readonly dataType: Types.IImage["dataType"];
  readonly slope: number;
  readonly intercept: number;
}

/** The same grey picture with other values. `isWindowed`: its file says how it is to be seen; else that is worked out anew. */
export function withValues(
  image: Types.IImage,
  { values, dataType, slope, intercept }: ImageValues,
  isWindowed: boolean,
): Types.IImage {
  const { width, height } = image;
  const [least, most] = rangeOf(values);
  return {
    ...image,
    dataType,
    getPixelData: () => values,
    voxelManager: utilities.VoxelManager.createImageVoxelManager({ width, height, scalarData: values }),
    minPixelValue: least,
    maxPixelValue: most,
    slope,
    intercept,
    sizeInBytes: values.byteLength,
    // Else it is that of the values before.
    ...(!isWindowed && utilities.windowLevel.toWindowLevel(least, most)),
  };
}
