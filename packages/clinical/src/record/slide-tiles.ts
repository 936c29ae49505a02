import type { SlideLevel } from "./slide.ts";

/** As Deep Zoom parts a picture. */
interface Tiled {
  readonly width: number;
  readonly height: number;
  readonly tiles: { readonly size: number };
}

export interface TileLevel {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** How many tiles the levels before it have. */
  readonly before: number;
}

/** The levels of a slide, from a single pixel to the whole picture. Of one slide the last has the number `length - 1`. */
export function tileLevels({ width, height, tiles: { size } }: Tiled): readonly TileLevel[] {
  const count = Math.ceil(Math.log2(Math.max(width, height, 1))) + 1;
  const levels: TileLevel[] = [];
  let before = 0;
  for (let level = 0; level < count; level += 1) {
    const scale = 2 ** (count - 1 - level);
    const [across, down] = [Math.ceil(width / scale), Math.ceil(height / scale)];
    const [columns, rows] = [Math.ceil(across / size), Math.ceil(down / size)];
    levels.push({ width: across, height: down, columns, rows, before });
    before += columns * rows;
  }
  return levels;
}

export const countTiles = (slide: Tiled): number =>
  tileLevels(slide).reduce((sum, { columns, rows }) => sum + columns * rows, 0);

/** The number of a tile: levels from the smallest, in each row by row. Undefined: the slide has no such tile. */
export function tileNumber(slide: Tiled, level: number, column: number, row: number): number | undefined {
  const found = tileLevels(slide)[level];
  if (!found || column < 0 || row < 0 || column >= found.columns || row >= found.rows) return undefined;
  return found.before + row * found.columns + column;
}

/** Bytes of the index for one tile: where it begins and how long it is, both 32 bits, the lowest byte first. */
export const tileEntryBytes = 8;

export interface TileRange {
  readonly start: number;
  readonly length: number;
}

/** Undefined: the index has no such tile. */
export function tileRange(index: Uint8Array, number: number): TileRange | undefined {
  const at = number * tileEntryBytes;
  if (number < 0 || at + tileEntryBytes > index.length) return undefined;
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  return { start: view.getUint32(at, true), length: view.getUint32(at + 4, true) };
}

/** Throws where a tile was left out: every place of the picture is in a tile. */
export function tileIndex(ranges: readonly (TileRange | undefined)[]): Uint8Array {
  const index = new Uint8Array(ranges.length * tileEntryBytes);
  const view = new DataView(index.buffer);
  for (const [number, range] of ranges.entries()) {
    if (!range) throw new Error("A slide without one of its tiles");
    view.setUint32(number * tileEntryBytes, range.start, true);
    view.setUint32(number * tileEntryBytes + 4, range.length, true);
  }
  return index;
}

/** How many tiles a level of DICOM has. */
export const tileGrid = ({ width, height, tileWidth, tileHeight }: SlideLevel) => ({
  columns: Math.ceil(width / tileWidth),
  rows: Math.ceil(height / tileHeight),
});

/** The frame that is a tile of a level of DICOM, counted from 1. Undefined: the level has no such tile. */
export function tileFrame(level: SlideLevel | undefined, column: number, row: number): number | undefined {
  if (!level) return undefined;
  const { columns, rows } = tileGrid(level);
  if (column < 0 || row < 0 || column >= columns || row >= rows) return undefined;
  return row * columns + column + 1;
}
