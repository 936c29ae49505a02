import { colourSamples } from "./colour-samples.ts";
import type { DataSet } from "./data-set.ts";
import { decodeRle } from "./decode-rle.ts";
import type { PicturedInstance } from "./dicom-instance.ts";
import {
  type GreyWindow,
  levelIn,
  modalityIn,
  storedValues,
  tableLevelIn,
  windowIn,
  windowOfValues,
} from "./grey-levels.ts";
import { openStored } from "./open-file.ts";
import { needsRendering, renderFrame } from "./render-frame.ts";
import { transferSyntaxes } from "./transfer-syntax.ts";
import { concatenated } from "./write-dicom.ts";

/** One frame, with what of its file stands before the pixels. */
export interface FrameToDraw {
  readonly instance: PicturedInstance;
  /** Counted from 1. */
  readonly frame: number;
  readonly head: Uint8Array;
  /** Of this frame alone, as they are stored. */
  readonly pixels: Uint8Array;
  /** Whether all of one sample stands before those of the next. Undefined: as the file says. */
  readonly planar?: boolean;
}

/** Why there is no picture: pixels of another form, more of them than are drawn, or fewer than there must be. */
export const drawRefusals = ["syntax", "size", "damaged"] as const;
export type DrawRefusal = (typeof drawRefusals)[number];

/** Row by row from the top left: grey, RGB or RGBA. */
export interface DrawnFrame {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8ClampedArray;
}

export type Drawing =
  | { readonly ok: true; readonly drawn: DrawnFrame }
  | { readonly ok: false; readonly reason: DrawRefusal };

/** Of one frame: a film of a chest has nine million. */
const mostPixels = 32 * 1024 * 1024;
const rleLossless = "1.2.840.10008.1.2.5";

const refused = (reason: DrawRefusal): Drawing => ({ ok: false, reason });

const isLittleEndian = ({ transferSyntax }: PicturedInstance): boolean =>
  transferSyntax === transferSyntaxes.implicitLittleEndian ||
  transferSyntax === transferSyntaxes.explicitLittleEndian;

/** RLE undone: the same frame as if it had been written uncompressed. */
function withoutRle(toDraw: FrameToDraw): FrameToDraw | null {
  const { instance, pixels } = toDraw;
  const { samples, bitsAllocated } = instance.format;
  const form = { pixels: instance.rows * instance.columns, samples, bytes: bitsAllocated / 8 };
  const decoded = Number.isInteger(form.bytes) ? decodeRle(pixels, form) : null;
  if (decoded === null) return null;
  const native = { ...instance, transferSyntax: transferSyntaxes.explicitLittleEndian };
  return { ...toDraw, instance: native, pixels: decoded, planar: true };
}

/** Palettes, and one bit a pixel. */
function drawTable({ instance, head, pixels, frame }: FrameToDraw): Drawing {
  // Only the frame that is drawn has a place.
  const place = [[head.length, pixels.length]] as const;
  const frames = Array.from({ length: frame }, (_, at) => (at === frame - 1 ? place : []));
  const placed = { ...instance, pixels: { encapsulated: false, frames } };
  const rendered = renderFrame(placed, concatenated([head, pixels]), frame);
  return rendered === undefined ? refused("damaged") : { ok: true, drawn: { ...rendered, channels: 4 } };
}

function drawColour({ instance, pixels, planar }: FrameToDraw, data: DataSet): Drawing {
  const { rows: height, columns: width, format } = instance;
  if (format.bitsAllocated !== 8 || !["RGB", "YBR_FULL", "YBR_FULL_422"].includes(format.photometric))
    return refused("syntax");
  const form = { count: width * height, planar: planar ?? data.number(0x00280006) === 1 };
  const rgb = colourSamples(format, pixels, form);
  return rgb === null ? refused("damaged") : { ok: true, drawn: { width, height, channels: 3, data: rgb } };
}

const floatPixels = [0x7fe00008, 0x7fe00009];

/** By the window that was asked for, else by the file's own table or window, else so that all values are seen. */
function drawGrey(
  { instance, pixels, frame }: FrameToDraw,
  data: DataSet,
  asked: GreyWindow | null,
): Drawing {
  const { rows: height, columns: width, format } = instance;
  const count = width * height;
  const valueAt = storedValues(format, data, pixels);
  if (valueAt === null || floatPixels.some((tag) => data.has(tag))) return refused("syntax");
  if (pixels.length * 8 < count * format.bitsAllocated) return refused("damaged");
  const modality = modalityIn(data, frame, format);
  const { meaningOf } = modality;
  const byTable = asked === null ? tableLevelIn(data, frame, modality) : null;
  const level =
    byTable ??
    levelIn(asked ?? windowIn(data, frame) ?? windowOfValues(format, data, valueAt, { count, meaningOf }));
  const isInverted = format.photometric === "MONOCHROME1";
  const grey = new Uint8ClampedArray(count);
  for (let pixel = 0; pixel < count; pixel += 1) {
    const shown = level(meaningOf(valueAt(pixel)));
    grey[pixel] = isInverted ? 255 - shown : shown;
  }
  return { ok: true, drawn: { width, height, channels: 1, data: grey } };
}

/** Draws a frame that is uncompressed or in RLE, as somebody looks at it. What is not grey has no window. */
export function drawFrame(toDraw: FrameToDraw, window: GreyWindow | null): Drawing {
  const { rows, columns, transferSyntax } = toDraw.instance;
  if (rows * columns === 0) return refused("damaged");
  if (rows * columns > mostPixels) return refused("size");
  const native = transferSyntax === rleLossless ? withoutRle(toDraw) : toDraw;
  if (native === null) return refused("damaged");
  if (!isLittleEndian(native.instance)) return refused("syntax");
  if (needsRendering(native.instance)) return drawTable(native);
  const data = openStored(native.head);
  if (data === null) return refused("damaged");
  const { samples } = native.instance.format;
  return samples === 1 ? drawGrey(native, data, window) : drawColour(native, data);
}
