import type { ByteRange, DataElement, DataSet } from "./data-set.ts";
import { dicomLimits } from "./dicom-limits.ts";
import type { DicomWarning } from "./dicom-warning.ts";
import type { LeftOutPixels } from "./left-out-pixels.ts";
import { isFilm, isNative } from "./transfer-syntax.ts";

/** Where the pixels of each frame lie in the stored file, so that one frame is read by its ranges. */
export interface PixelPlaces {
  /** Compressed pieces, to be put together in their order; else the pixels as they are. */
  readonly encapsulated: boolean;
  readonly frames: readonly (readonly ByteRange[])[];
}

/** Float, double and integer pixels: an instance has one of them. */
const pixelTags = [0x7fe00010, 0x7fe00008, 0x7fe00009];

export const pixelElement = (data: DataSet): DataElement | null =>
  pixelTags.map((tag) => data.element(tag)).find((element) => element !== null) ?? null;

/** In bits. 4:2:2 keeps two samples for a pixel's three (PS3.3, C.7.6.3.1.2). */
function bitsPerFrame(data: DataSet): number {
  const samples = data.whole(0x00280002) ?? 1;
  const isHalved = samples === 3 && data.value(0x00280004) === "YBR_FULL_422";
  const pixels = (data.whole(0x00280010) ?? 0) * (data.whole(0x00280011) ?? 0);
  return pixels * (isHalved ? 2 : samples) * (data.whole(0x00280100) ?? 0);
}

function nativeFrames(data: DataSet, [start, length]: ByteRange, frames: number): PixelPlaces["frames"] {
  const bits = bitsPerFrame(data);
  if (bits <= 0) return [];
  const whole = Math.min(frames, Math.floor((length * 8) / bits));
  return Array.from({ length: whole }, (_, frame) => {
    const first = Math.floor((frame * bits) / 8);
    return [[start + first, Math.ceil(((frame + 1) * bits) / 8) - first] as const];
  });
}

/** Each frame's pieces, given the indexes of the pieces at which frames begin. */
const between = (pieces: readonly ByteRange[], starts: readonly number[]): PixelPlaces["frames"] =>
  starts.map((start, frame) => pieces.slice(start, starts[frame + 1] ?? pieces.length));

/** Compressed pixels: the offset table, then the pieces. */
export interface PixelPieces {
  readonly ranges: readonly ByteRange[];
  /** The bytes of the first. */
  readonly table: Uint8Array;
  /** Whether a picture begins with a piece, counted among `ranges`. */
  readonly begins: (index: number) => boolean;
}

function offsetsIn(data: DataSet, table: Uint8Array): readonly number[] {
  const extended = data.numbers(0x7fe00001);
  if (extended.length > 0) return extended;
  const view = new DataView(table.buffer, table.byteOffset, table.length);
  return Array.from({ length: Math.floor(table.length / 4) }, (_, frame) => view.getUint32(frame * 4, true));
}

/** By the offset table, basic or extended; null where it is empty or points beside the pieces. */
function byOffsets(
  offsets: readonly number[],
  pieces: readonly ByteRange[],
  frames: number,
): readonly number[] | null {
  const first = pieces[0]?.[0] ?? 0;
  const indexes = new Map(pieces.map(([start], index) => [start - first, index]));
  const starts = offsets.map((offset) => indexes.get(offset) ?? -1);
  const rises = starts.every((start, frame) => start > (starts[frame - 1] ?? -1));
  return starts.length === frames && starts[0] === 0 && rises ? starts : null;
}

/** A JPEG, JPEG-LS or JPEG 2000 stream begins here. */
export const beginsPicture = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && ((bytes[1] === 0xd8 && bytes[2] === 0xff) || (bytes[1] === 0x4f && bytes[2] === 0xff));

function encapsulatedFrames(
  data: DataSet,
  { ranges, table, begins }: PixelPieces,
  frames: number,
): PixelPlaces["frames"] | null {
  const pieces = ranges.slice(1);
  if (pieces.length === 0) return null;
  if (frames === 1) return [pieces];
  const starts = byOffsets(offsetsIn(data, table), pieces, frames);
  if (starts !== null) return between(pieces, starts);
  if (pieces.length === frames) return pieces.map((piece) => [piece]);
  const pictures = pieces.flatMap((_, index) => (begins(index + 1) ? [index] : []));
  return pictures.length === frames && pictures[0] === 0 ? between(pieces, pictures) : null;
}

function piecesIn(bytes: Uint8Array, { fragments }: DataElement): PixelPieces | null {
  if (fragments === null) return null;
  const at = (index: number): Uint8Array => {
    const [start, length] = fragments[index] ?? [0, 0];
    return bytes.subarray(start, start + length);
  };
  return { ranges: fragments, table: at(0), begins: (index) => beginsPicture(at(index)) };
}

interface PixelFile {
  readonly bytes: Uint8Array;
  readonly transferSyntax: string;
  readonly leftOut: LeftOutPixels | undefined;
}

/** How many frames the file says it has: one where it does not say. */
export const framesSaid = (data: DataSet): number => Math.max(1, data.whole(0x00280008) ?? 1);

/**
 * Of uncompressed frames only those that are there whole. Null where nobody can tell where; film has no single frames.
 * `leftOut`: where the pixels lie that `bytes` does not hold.
 */
export function pixelPlaces(
  data: DataSet,
  { bytes, transferSyntax, leftOut }: PixelFile,
  warn: (warning: DicomWarning) => void,
): PixelPlaces | null | "too-many-frames" {
  const element = pixelElement(data);
  if (element === null) return null;
  const frames = framesSaid(data);
  const { range, pieces } = leftOut ?? { range: element.range, pieces: piecesIn(bytes, element) };
  if (pieces === null && isNative(transferSyntax)) {
    if (frames > dicomLimits.frames && (range[1] * 8) / frames >= bitsPerFrame(data))
      return "too-many-frames";
    const found = nativeFrames(data, range, Math.min(frames, dicomLimits.frames));
    if (found.length < frames) warn("pixels-cut-short");
    return found.length === 0 ? null : { encapsulated: false, frames: found };
  }
  if (pieces === null || isNative(transferSyntax)) {
    warn("unknown-syntax");
    return null;
  }
  if (isFilm(transferSyntax)) return null;
  if (frames > dicomLimits.frames) return "too-many-frames";
  const found = encapsulatedFrames(data, pieces, frames);
  if (found === null) warn("frames-not-found");
  return found === null ? null : { encapsulated: true, frames: found };
}
