import { buffer } from "node:stream/consumers";
import { type RecordOf, tileLevels } from "@consilium/clinical";
import type { FigureBox } from "@consilium/record-import";
import type { Pixel, SlideAnchor } from "@consilium/workspace";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import { findSlide, findTile, type TilePlace } from "../slide/find-slide.ts";
import { boxAround, marksOf, micrometres, scaleOf } from "./figure-marks.ts";
import type { Figure, LeftOutReason } from "./figure.ts";

type Slide = RecordOf<"slide">;

/** Pixels of the longer side of what is read of a level, so that no more than some tiles are unpacked. */
const longest = 1400;
/** What stands around a mark, of its own size; and what is shown at least, in pixels of the whole picture. */
const around = 0.6;
const least = 600;

/** The region of a slide around a mark, at the level at which all of it is seen. */
export async function slideFigure(
  services: Services,
  visit: Visit,
  { record: id, sha256, mark }: SlideAnchor,
): Promise<Figure | LeftOutReason> {
  const record = await findSlide(services, visit, id);
  if (!record) return "not-here";
  const { content } = record;
  if (content.tiles.file.sha256 !== sha256) return "changed";
  const region = regionOf(mark.points, content);
  const levels = levelsOf(content);
  const fitting = levels.findLast(
    ({ width }) => (Math.max(region.width, region.height) * width) / content.width <= longest,
  );
  const level = fitting ?? levels[0];
  if (!level) return "not-here";
  const scale = level.width / content.width;
  const box = wholePixels(region, scale, level);
  const under = await tilesUnder(services, visit, record, level, box);
  if (!under) return "damaged";
  const { origin, ...shown } = under;
  const toSource = ([column, row]: Pixel): Pixel => [column * scale - origin.left, row * scale - origin.top];
  const perPixel = content.micrometres === null ? null : content.micrometres / scale;
  return {
    question: {
      ...shown,
      aspect: 1,
      marks: {
        ...marksOf({ tool: mark.tool, points: mark.points.map(toSource) }, mark.says),
        scale: perPixel === null ? null : scaleOf(perPixel, box.width, micrometres),
      },
    },
    words: { record, is: "slide", series: null, place: null, window: null, tool: mark.tool, says: mark.says },
  };
}

const side = (size: number): number => Math.max(least, size * (1 + 2 * around));
const inside = (from: number, size: number, whole: number): number =>
  Math.max(0, Math.min(from, whole - size));

function regionOf(points: readonly Pixel[], slide: Slide["content"]): FigureBox {
  const box = boxAround(points);
  const width = Math.min(slide.width, side(box.width));
  const height = Math.min(slide.height, side(box.height));
  return {
    left: inside(box.left + box.width / 2 - width / 2, width, slide.width),
    top: inside(box.top + box.height / 2 - height / 2, height, slide.height),
    width,
    height,
  };
}

interface Level {
  readonly level: number;
  readonly width: number;
  readonly height: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly overlap: number;
}

/** From the smallest to the whole picture. */
function levelsOf({ tiles, ...slide }: Slide["content"]): readonly Level[] {
  if ("levels" in tiles)
    return tiles.levels.map(({ width, height, tileWidth, tileHeight }, level) => ({
      level,
      width,
      height,
      tileWidth,
      tileHeight,
      overlap: 0,
    }));
  const { size, overlap } = tiles;
  return tileLevels({ ...slide, tiles }).map(({ width, height }, level) => ({
    level,
    width,
    height,
    tileWidth: size,
    tileHeight: size,
    overlap,
  }));
}

function wholePixels({ left, top, width, height }: FigureBox, scale: number, level: Level): FigureBox {
  const [x, y] = [Math.floor(left * scale), Math.floor(top * scale)];
  return {
    left: x,
    top: y,
    width: Math.max(1, Math.min(level.width - x, Math.ceil(width * scale))),
    height: Math.max(1, Math.min(level.height - y, Math.ceil(height * scale))),
  };
}

/** The tiles under a box, laid beside each other. Undefined: one of them is not there. */
async function tilesUnder(
  services: Services,
  visit: Visit,
  slide: Slide,
  { level, tileWidth, tileHeight, overlap }: Level,
  box: FigureBox,
) {
  const [first, top] = [Math.floor(box.left / tileWidth), Math.floor(box.top / tileHeight)];
  const last = Math.floor((box.left + box.width - 1) / tileWidth);
  const bottom = Math.floor((box.top + box.height - 1) / tileHeight);
  const beginOf = (at: number, size: number): number => at * size - (at > 0 ? overlap : 0);
  const origin = { left: beginOf(first, tileWidth), top: beginOf(top, tileHeight) };
  const tiles: { left: number; top: number; content: Uint8Array }[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = first; column <= last; column += 1) {
      const content = await tileAt(services, visit, slide, { level, column, row });
      if (!content) return undefined;
      const left = beginOf(column, tileWidth) - origin.left;
      tiles.push({ left, top: beginOf(row, tileHeight) - origin.top, content });
    }
  return {
    source: {
      is: "tiles" as const,
      width: (last + 1) * tileWidth + overlap - origin.left,
      height: (bottom + 1) * tileHeight + overlap - origin.top,
      tiles,
    },
    crop: { ...box, left: box.left - origin.left, top: box.top - origin.top },
    origin,
  };
}

async function tileAt(services: Services, visit: Visit, slide: Slide, place: TilePlace) {
  const found = await findTile(services, visit, slide, place);
  if (!found) return undefined;
  const pieces: Buffer[] = [];
  for (const [start, length] of found.ranges)
    pieces.push(await buffer(services.caseFiles.read(visit.key, found.file, { start, end: start + length })));
  return Buffer.concat(pieces);
}
