import type { DataSet } from "./data-set.ts";
import type { DicomInstance, PicturedInstance } from "./dicom-instance.ts";
import { openStored } from "./open-file.ts";
import { firstEntry, paletteLevels } from "./palette-levels.ts";
import { isNative, transferSyntaxes } from "./transfer-syntax.ts";

/** RGBA, row by row from the top left. */
export interface RenderedFrame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

const mostPixels = 64 * 1024 * 1024;

const isPalette = ({ format }: PicturedInstance): boolean => format.photometric === "PALETTE COLOR";
const isBitmap = ({ format }: PicturedInstance): boolean =>
  format.bitsAllocated === 1 && format.samples === 1;

/** Whether a browser's viewer does not draw these pixels by itself: uncompressed palettes, and one bit a pixel. */
export const needsRendering = (instance: PicturedInstance): boolean =>
  instance.content === "picture" &&
  ((isPalette(instance) && isNative(instance.transferSyntax)) || isBitmap(instance));

const isLittleEndian = ({ transferSyntax }: PicturedInstance): boolean =>
  transferSyntax === transferSyntaxes.implicitLittleEndian ||
  transferSyntax === transferSyntaxes.explicitLittleEndian;

type PlacedInstance = PicturedInstance & Pick<DicomInstance, "pixels">;

/** Of those that need it, the uncompressed ones. */
export const canRender = (instance: PlacedInstance): boolean =>
  needsRendering(instance) &&
  isLittleEndian(instance) &&
  instance.pixels !== null &&
  instance.rows * instance.columns <= mostPixels &&
  (isBitmap(instance) || [8, 16].includes(instance.format.bitsAllocated));

/** The level of a stored pixel value, 0 to 255. */
type Level = (stored: number) => number;

/** One colour's levels. Values beside the table take its first or last entry. */
function levelsOf(data: DataSet, colour: number, signed: boolean): Level | null {
  const [entries = 0, lowest = 0, bits = 0] = data.numbers(0x00281101 + colour);
  const segments = data.bytes(0x00281221 + colour);
  const isSegmented = segments.length > 0;
  const bytes = isSegmented ? segments : data.bytes(0x00281201 + colour);
  const levels = paletteLevels({ entries, bits, bytes, isSegmented });
  if (levels === null) return null;
  const first = firstEntry(lowest, signed);
  return (stored) => levels[Math.min(levels.length - 1, Math.max(0, stored - first))] ?? 0;
}

function renderPalette(
  instance: PicturedInstance,
  data: DataSet,
  pixels: Uint8Array,
): Uint8ClampedArray | null {
  const { bitsAllocated, signed } = instance.format;
  const [red, green, blue] = [0, 1, 2].map((colour) => levelsOf(data, colour, signed));
  if (!red || !green || !blue) return null;
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const unsignedAt =
    bitsAllocated === 8 ? (at: number) => view.getUint8(at) : (at: number) => view.getUint16(2 * at, true);
  const signedAt =
    bitsAllocated === 8 ? (at: number) => view.getInt8(at) : (at: number) => view.getInt16(2 * at, true);
  const storedAt = signed ? signedAt : unsignedAt;
  const rgba = new Uint8ClampedArray(4 * instance.rows * instance.columns);
  for (let at = 0; at < instance.rows * instance.columns; at += 1) {
    const stored = storedAt(at);
    rgba.set([red(stored), green(stored), blue(stored), 255], 4 * at);
  }
  return rgba;
}

/** The lowest bit of a byte is its first pixel (PS3.5, 8.1.1); frames follow one another within a byte. */
function renderBitmap(instance: PicturedInstance, pixels: Uint8Array, frame: number): Uint8ClampedArray {
  const count = instance.rows * instance.columns;
  const skipped = ((frame - 1) * count) % 8;
  const set = instance.format.photometric === "MONOCHROME1" ? 0 : 255;
  const rgba = new Uint8ClampedArray(4 * count);
  for (let at = 0; at < count; at += 1) {
    const bit = ((pixels[(skipped + at) >> 3] ?? 0) >> ((skipped + at) & 7)) & 1;
    const level = bit === 1 ? set : 255 - set;
    rgba.set([level, level, level, 255], 4 * at);
  }
  return rgba;
}

/**
 * A frame, counted from 1, of a picture that browsers' decoders do not draw: its palette's colours, or its bits in
 * black and white. Undefined for all others, for compressed ones and where the palette is missing or damaged.
 */
export function renderFrame(
  instance: PlacedInstance,
  stored: Uint8Array,
  frame: number,
): RenderedFrame | undefined {
  const range = instance.pixels?.frames[frame - 1]?.[0];
  if (range === undefined || !canRender(instance)) return undefined;
  const pixels = stored.subarray(range[0], range[0] + range[1]);
  const { bitsAllocated } = instance.format;
  if (pixels.length * 8 < instance.rows * instance.columns * bitsAllocated) return undefined;
  const size = { width: instance.columns, height: instance.rows };
  if (isBitmap(instance)) return { ...size, data: renderBitmap(instance, pixels, frame) };
  const palette = openStored(stored);
  const data = palette === null ? null : renderPalette(instance, palette, pixels);
  return data === null ? undefined : { ...size, data };
}
