import { type DicomDataset, itemsAt, numberAt } from "./dicom-json.ts";

/** A part of an ultrasound picture with a meaning of its own: tissue, a curve of speeds, a bar of colours. */
export interface ScaledRegion {
  /** In pixels of the picture, its edges included. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Millimetres from pixel to pixel, down a column and along a row. Undefined: it is no picture of tissue in centimetres. */
  readonly scale: { readonly row: number; readonly column: number } | undefined;
}

const regions = "00186011";
const centimetres = 3;
const twoDimensional = 1;

function scaleIn(region: DicomDataset): ScaledRegion["scale"] {
  const isTissue =
    numberAt(region, "00186012") === twoDimensional &&
    numberAt(region, "00186024") === centimetres &&
    numberAt(region, "00186026") === centimetres;
  const row = Math.abs(numberAt(region, "0018602E") ?? 0) * 10;
  const column = Math.abs(numberAt(region, "0018602C") ?? 0) * 10;
  return isTissue && row > 0 && column > 0 ? { row, column } : undefined;
}

/**
 * The regions of an ultrasound picture. None where it has none, and where one reaches beyond the picture: that one was scaled
 * afterwards, and what it says of its scale is not true any more.
 */
export function scaledRegions(dataset: DicomDataset): readonly ScaledRegion[] {
  const [columns, rows] = [
    numberAt(dataset, "00280011") ?? Infinity,
    numberAt(dataset, "00280010") ?? Infinity,
  ];
  const found = itemsAt(dataset, regions).map((region): ScaledRegion => ({
    left: numberAt(region, "00186018") ?? 0,
    top: numberAt(region, "0018601A") ?? 0,
    right: numberAt(region, "0018601C") ?? columns,
    bottom: numberAt(region, "0018601E") ?? rows,
    scale: scaleIn(region),
  }));
  return found.every(({ right, bottom }) => right <= columns && bottom <= rows) ? found : [];
}
