import { type DicomTiles, type SlideContent, tileGrid, tileLevels } from "@consilium/clinical";
import OpenSeadragon from "openseadragon";

const { Point } = OpenSeadragon;

/** What OpenSeadragon asks of a slide: how large it is at each level, and at which address each tile lies. */
export function tileSource({ width, height, tiles }: SlideContent, base: string) {
  const parted = "levels" in tiles ? dicomLevels(width, tiles) : deepZoom(width, height, tiles);
  return {
    width,
    height,
    minLevel: 0,
    ...parted,
    getTileUrl: (level: number, column: number, row: number) => `${base}/${level}/${column}/${row}`,
  };
}

/** Each level twice the one before. */
const deepZoom = (
  width: number,
  height: number,
  { size, overlap }: Exclude<SlideContent["tiles"], DicomTiles>,
) => ({
  tileSize: size,
  tileOverlap: overlap,
  maxLevel: tileLevels({ width, height, tiles: { size } }).length - 1,
});

/** Levels and tiles of any size. What fills up a tile at the edge lies beyond the picture, and is cut off. */
function dicomLevels(width: number, { levels }: DicomTiles) {
  const at = (level: number) => levels[level] ?? levels[0];
  return {
    tileOverlap: 0,
    maxLevel: levels.length - 1,
    getLevelScale: (level: number) => (at(level)?.width ?? 1) / width,
    getTileWidth: (level: number) => at(level)?.tileWidth ?? 1,
    getTileHeight: (level: number) => at(level)?.tileHeight ?? 1,
    getNumTiles: (level: number) => {
      const found = levels[level];
      const { columns, rows } = found ? tileGrid(found) : { columns: 0, rows: 0 };
      return new Point(columns, rows);
    },
  };
}
