import type { Types } from "@cornerstonejs/core";
import { type DicomDataset, numberAt } from "./dicom-json.ts";
import type { ImageValues } from "./image-values.ts";
import { overlaysOf } from "./overlay-planes.ts";

/**
 * How many of the lowest bits of each word are its value, where the others hold an overlay (retired, and still met). Undefined: there is
 * none. Of signed values Cornerstone takes the others away itself.
 */
export function valueBits(dataset: DicomDataset): number | undefined {
  const [stored, high] = [numberAt(dataset, "00280101"), numberAt(dataset, "00280102")];
  const isAtEnd = stored !== undefined && (high === undefined || high === stored - 1);
  const isSigned = numberAt(dataset, "00280103") === 1;
  const isShared = overlaysOf(dataset).some(({ embedded }) => embedded !== undefined);
  return isAtEnd && !isSigned && isShared ? stored : undefined;
}

/** The values of a picture by so many bits of what was stored; those that were scaled as they came are scaled again. */
export function withoutOtherBits(
  image: Pick<Types.IImage, "dataType" | "slope" | "intercept" | "preScale" | "getPixelData">,
  bits: number,
): ImageValues {
  const { dataType, slope, intercept, preScale } = image;
  const [by, plus] = preScale?.scaled
    ? [preScale.scalingParameters?.rescaleSlope ?? 1, preScale.scalingParameters?.rescaleIntercept ?? 0]
    : [1, 0];
  const mask = 2 ** bits - 1;
  const values = image.getPixelData().map((value) => (Math.round((value - plus) / by) & mask) * by + plus);
  return { values, dataType, slope, intercept };
}
