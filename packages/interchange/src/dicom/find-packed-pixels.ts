import type { ByteRange } from "./data-set.ts";
import { dicomLimits } from "./dicom-limits.ts";
import type { DicomWarning } from "./dicom-warning.ts";
import type { LeftOutPixels } from "./left-out-pixels.ts";
import { openStoredPixels } from "./open-file.ts";
import { beginsPicture } from "./pixel-places.ts";
import { isNative } from "./transfer-syntax.ts";

/** A file that is read in ranges: `read` gives exactly so many bytes. */
export interface RangedFile {
  readonly bytes: number;
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

const item = 0xfffee000;
const sequenceEnd = 0xfffee0dd;
const headBytes = 8;
/** Of the offset table: four of each frame. */
const mostTable = 4 * dicomLimits.frames;
/** Of a piece: enough to see whether a picture begins. */
const firstBytes = 4;

interface Piece {
  readonly range: ByteRange;
  readonly begins: boolean;
}

/** Follows the pieces by their lengths, without reading them. */
class PieceWalk {
  readonly pieces: Piece[] = [];
  readonly warnings: DicomWarning[] = [];
  at: number;
  private readonly file: RangedFile;

  constructor(file: RangedFile, start: number) {
    this.file = file;
    this.at = start;
  }

  /** False where the pieces have come to their end, or make no sense. */
  async next(): Promise<boolean> {
    const left = this.file.bytes - this.at;
    if (left < headBytes) return this.stop("cut-short");
    const head = await this.file.read(this.at, Math.min(left, headBytes + firstBytes));
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const tag = view.getUint16(0, true) * 0x10000 + view.getUint16(2, true);
    if (tag !== item && tag !== sequenceEnd) return this.stop("damaged");
    this.at += headBytes;
    if (tag === sequenceEnd) return false;
    const length = Math.min(view.getUint32(4, true), left - headBytes);
    this.pieces.push({ range: [this.at, length], begins: beginsPicture(head.subarray(headBytes)) });
    this.at += length;
    return length === view.getUint32(4, true) || this.stop("cut-short");
  }

  private stop(warning: DicomWarning): false {
    this.warnings.push(warning);
    return false;
  }
}

/**
 * Where the packed pixels of a file lie, whose beginning is `head`: the file is followed from piece to piece, and only their first
 * bytes are read. Null where that cannot be told so; "too-many" beyond the limit of elements.
 */
export async function findPackedPixels(
  head: Uint8Array,
  file: RangedFile,
): Promise<LeftOutPixels | "too-many" | null> {
  const found = openStoredPixels(head);
  if (found === null || found.element.fragments === null || isNative(found.transferSyntax)) return null;
  const [start] = found.element.range;
  const walk = new PieceWalk(file, start);
  while (await walk.next()) if (walk.pieces.length > dicomLimits.elements) return "too-many";
  const [table] = walk.pieces;
  if (table === undefined) return null;
  const [offset, length] = table.range;
  return {
    range: [start, walk.at - start],
    pieces: {
      ranges: walk.pieces.map(({ range }) => range),
      table: await file.read(offset, Math.min(length, mostTable)),
      begins: (index) => walk.pieces[index]?.begins === true,
    },
    warnings: walk.warnings,
  };
}
