import { hasBulk } from "./bulk-value.ts";
import type { DicomDataset } from "./dicom-json.ts";
import { numberAt, numbersAt, textAt } from "./dicom-json.ts";

/** A bitmap that a file brings to be laid over its picture (PS3.3, C.9.2). */
export interface OverlayPlane {
  /** Of its bits. */
  readonly tag: string;
  readonly rows: number;
  readonly columns: number;
  /** Of its upper left pixel, on the picture, from 0; it may begin outside. */
  readonly row: number;
  readonly column: number;
  /** As the file calls it; "" where it does not. */
  readonly label: string;
  /** Frames that it is for, from 1, a plane each. Undefined: one plane for all. */
  readonly frames: { readonly first: number; readonly count: number } | undefined;
  /** The bit of the picture's own words that it is in (retired, and still met). Undefined: it has bits of its own. */
  readonly embedded: number | undefined;
}

const groups = Array.from({ length: 16 }, (_, at) =>
  `60${(2 * at).toString(16).padStart(2, "0")}`.toUpperCase(),
);
/** Pixels of one plane: those of a film of a chest, several times. */
const mostPixels = 64 * 1024 * 1024;

function planeIn(dataset: DicomDataset, group: string): OverlayPlane | undefined {
  const number = (element: string) => numberAt(dataset, `${group}${element}`);
  const [rows, columns] = [number("0010") ?? 0, number("0011") ?? 0];
  const tag = `${group}3000`;
  const embedded = hasBulk(dataset, tag) ? undefined : number("0102");
  const isThere = hasBulk(dataset, tag) || isEmbedded(dataset, number("0100"), embedded);
  if (!isThere || rows < 1 || columns < 1 || rows * columns > mostPixels) return undefined;
  const [row = 1, column = 1] = numbersAt(dataset, `${group}0050`);
  const [count, first] = [number("0015"), number("0051")];
  const label = [textAt(dataset, `${group}1500`), textAt(dataset, `${group}0022`)].find(
    (text) => text !== "",
  );
  return {
    tag,
    rows,
    columns,
    row: row - 1,
    column: column - 1,
    label: label ?? "",
    frames: framesOf(dataset, count, first),
    embedded,
  };
}

function framesOf(dataset: DicomDataset, count: number | undefined, first: number | undefined) {
  const isOne = (numberAt(dataset, "00280008") ?? 1) <= 1;
  if (isOne || (count === undefined && first === undefined)) return undefined;
  return { first: first ?? 1, count: count ?? 1 };
}

/** In a bit that the picture's values do not use, of words that come as they are stored. */
function isEmbedded(
  dataset: DicomDataset,
  allocated: number | undefined,
  bit: number | undefined,
): bit is number {
  const words = numberAt(dataset, "00280100");
  const isStored = ["1.2.840.10008.1.2", "1.2.840.10008.1.2.1"].includes(textAt(dataset, "00083002"));
  const high = numberAt(dataset, "00280102");
  return isStored && words === 16 && allocated === 16 && bit !== undefined && bit < 16 && bit > (high ?? 15);
}

export const overlaysOf = (dataset: DicomDataset): readonly OverlayPlane[] =>
  groups.flatMap((group) => planeIn(dataset, group) ?? []);

/** Which of its planes lies over a frame, both from 0 and from 1. Undefined: none. */
export function planeOfFrame({ frames }: OverlayPlane, frame: number): number | undefined {
  if (frames === undefined) return 0;
  const at = frame - frames.first;
  return at >= 0 && at < frames.count ? at : undefined;
}

/** One byte a pixel, 1 where it is set: the lowest bit comes first (PS3.5, 8.1.2). Undefined: bits are missing. */
export function bitsOfPlane(bytes: Uint8Array, count: number, plane: number): Uint8Array | undefined {
  const start = plane * count;
  if (bytes.length * 8 < start + count) return undefined;
  return Uint8Array.from(
    { length: count },
    (_, at) => ((bytes[(start + at) >> 3] ?? 0) >> ((start + at) & 7)) & 1,
  );
}

/** The same, from words of 16 bits, the lower byte first. */
export function bitsOfWords(bytes: Uint8Array, count: number, bit: number): Uint8Array | undefined {
  if (bytes.length < 2 * count) return undefined;
  const [byte, within] = bit < 8 ? [0, bit] : [1, bit - 8];
  return Uint8Array.from({ length: count }, (_, at) => ((bytes[2 * at + byte] ?? 0) >> within) & 1);
}
