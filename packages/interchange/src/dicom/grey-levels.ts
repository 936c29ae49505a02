import type { DataSet } from "./data-set.ts";
import type { PixelFormat } from "./dicom-instance.ts";
import { lookupIn, looksUp } from "./lookup-table.ts";
import { leastWidth, type WindowFunction, windowFunctionNamed } from "./window-functions.ts";

/** Which values are shown between black and white (PS3.3, C.11.2.1). A linear one is at least 1 wide, others wider than 0. */
export interface GreyWindow {
  readonly center: number;
  readonly width: number;
  readonly function: WindowFunction;
}

/** The value of a pixel, by its number. */
export type ValueAt = (pixel: number) => number;

/** Of enhanced pictures: what stands of one frame, else of all frames; else the file's own elements. */
function groupOf(data: DataSet, frame: number, sequence: number): DataSet {
  const ofFrame = data.items(0x52009230)[frame - 1]?.item(sequence);
  return ofFrame ?? data.item(0x52009229)?.item(sequence) ?? data;
}

/** The first window that the file names; null where there is none that can be used. */
export function windowIn(data: DataSet, frame: number): GreyWindow | null {
  const group = groupOf(data, frame, 0x00289132);
  const [center, width] = [group.number(0x00281050), group.number(0x00281051)];
  const named = windowFunctionNamed(group.value(0x00281056) ?? "");
  if (center === null || width === null || width < leastWidth(named)) return null;
  return { center, width, function: named };
}

/** What stored values mean, and whether that may be negative. */
export interface Modality {
  /** In the modality's unit: Hounsfield units. */
  readonly meaningOf: (stored: number) => number;
  readonly isSigned: boolean;
}

/** By the modality's table, else by slope and intercept (PS3.3, C.11.1). */
export function modalityIn(data: DataSet, frame: number, { bitsStored, signed }: PixelFormat): Modality {
  const group = groupOf(data, frame, 0x00289145);
  const table = lookupIn(group, 0x00283000, signed);
  if (table !== null) return { meaningOf: looksUp(table), isSigned: false };
  const [slope, intercept] = [group.number(0x00281053) || 1, group.number(0x00281052) ?? 0];
  const meaningOf = (stored: number) => stored * slope + intercept;
  const range = signed ? [-(2 ** (bitsStored - 1)), 2 ** (bitsStored - 1) - 1] : [0, 2 ** bitsStored - 1];
  return { meaningOf, isSigned: range.some((stored) => meaningOf(stored) < 0) };
}

/** From a modality's value to 0 (black) to 255 (white). */
export type Level = (value: number) => number;

/** By the file's table of what is to be seen, which goes before its window; null where it has none. */
export function tableLevelIn(data: DataSet, frame: number, { isSigned }: Modality): Level | null {
  const table = lookupIn(groupOf(data, frame, 0x00289132), 0x00283010, isSigned);
  if (table === null) return null;
  const lookUp = looksUp(table);
  return (value) => (lookUp(value) / table.most) * 255;
}

const wordReaders: Readonly<Record<number, (view: DataView, at: number) => number>> = {
  8: (view, at) => view.getUint8(at),
  16: (view, at) => view.getUint16(2 * at, true),
  32: (view, at) => view.getInt32(4 * at, true),
};

/** The bits of a word that are the value (PS3.5, 8.1.1): others may be an overlay. Null where that makes no sense. */
export function storedValues(format: PixelFormat, data: DataSet, pixels: Uint8Array): ValueAt | null {
  const { bitsAllocated, bitsStored, signed } = format;
  const read = wordReaders[bitsAllocated];
  const highBit = data.whole(0x00280102) ?? bitsStored - 1;
  if (!read || bitsStored < 1 || highBit >= bitsAllocated || highBit < bitsStored - 1) return null;
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const [up, down] = [31 - highBit, 32 - bitsStored];
  return signed
    ? (pixel) => (read(view, pixel) << up) >> down
    : (pixel) => (read(view, pixel) << up) >>> down;
}

/** The lowest and the highest value that stored ones mean, without what only fills the frame. */
function rangeOf(
  valueAt: ValueAt,
  count: number,
  meaningOf: Modality["meaningOf"],
  padding: number | null,
): readonly [number, number] {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let pixel = 0; pixel < count; pixel += 1) {
    const stored = valueAt(pixel);
    if (stored === padding) continue;
    const value = meaningOf(stored);
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return lowest > highest ? [0, 1] : [lowest, highest];
}

/** Where the file says nothing of it: of eight bits all values that can be, else all that are. */
export function windowOfValues(
  { bitsStored, signed }: PixelFormat,
  data: DataSet,
  valueAt: ValueAt,
  { count, meaningOf }: Pick<Modality, "meaningOf"> & { readonly count: number },
): GreyWindow {
  const isByte = bitsStored === 8 && !signed;
  const [low, high] = isByte
    ? rangeOf((value) => value, 256, meaningOf, null)
    : rangeOf(valueAt, count, meaningOf, data.number(0x00280120));
  return {
    center: (low + high) / 2,
    width: Math.max(high - low, Number.EPSILON),
    function: "linear-exact",
  };
}

/** From a value to 0 (black) to 255 (white). */
export function levelIn({ center, width, function: shape }: GreyWindow): Level {
  if (shape === "sigmoid") return (value) => 255 / (1 + Math.exp((-4 * (value - center)) / width));
  if (shape === "linear-exact") return (value) => ((value - center) / width + 0.5) * 255;
  // One wide, it parts black from white.
  if (width <= 1) return (value) => (value <= center - 0.5 ? 0 : 255);
  return (value) => ((value - (center - 0.5)) / (width - 1) + 0.5) * 255;
}
