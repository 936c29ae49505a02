import type { ByteRange } from "./data-set.ts";
import type { DicomWarning } from "./dicom-warning.ts";
import type { PixelPieces } from "./pixel-places.ts";
import { concatenated } from "./write-dicom.ts";

/** Where the pixels of a file lie that are not among what is read of it. */
export interface LeftOutPixels {
  /** Of the whole value, as far as it is there. */
  readonly range: ByteRange;
  /** Null where they are not packed. */
  readonly pieces: PixelPieces | null;
  /** What was wrong with them. */
  readonly warnings: readonly DicomWarning[];
}

/** Bytes of a length, which stands right before its value. */
export const lengthBytes = 4;

/** A file of which only the pixels are missing, and which says that it has none: `head` holds what is before them. */
export function withoutPixels(
  head: Uint8Array,
  { range: [start] }: LeftOutPixels,
  tail: Uint8Array,
): Uint8Array {
  const before = Uint8Array.from(head.subarray(0, start));
  before.fill(0, start - lengthBytes);
  return concatenated([before, tail]);
}

/** From a place in such a file to the one in the file itself. */
export const besidePixels =
  ({ range: [start, length] }: LeftOutPixels) =>
  (place: ByteRange): ByteRange =>
    place[0] < start ? place : [place[0] + length, place[1]];
