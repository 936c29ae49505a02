import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { countTiles, recordSchema, tileIndex, tileLevels, tileNumber, tileRange } from "../index.ts";
import { noteExample } from "./testing/examples.ts";

const tiled = (width: number, height: number) => ({ width, height, tiles: { size: 256 } });
const file = { id: "01K0000000000000000000FLE1", name: "a", mediaType: "image/jpeg", bytes: 9, sha256: "aa" };
const slide = {
  ...noteExample,
  kind: "slide",
  content: {
    width: 1000,
    height: 500,
    micrometres: 0.25,
    objective: 40,
    stain: "H&E",
    label: "B2",
    tiles: { file, index: file, size: 256, overlap: 1, mediaType: "image/jpeg" },
    original: null,
  },
};

test("a picture of 20,000 pixels each way has as many tiles as Deep Zoom makes of it", () => {
  expect(countTiles(tiled(20_000, 20_000))).toBe(8388);
});

test("levels go from a single pixel to the whole picture, each twice the one before", () => {
  const levels = tileLevels(tiled(1000, 500));
  expect(levels).toHaveLength(11);
  expect(levels[0]).toEqual({ width: 1, height: 1, columns: 1, rows: 1, before: 0 });
  expect(levels.at(-1)).toEqual({ width: 1000, height: 500, columns: 4, rows: 2, before: 11 });
  expect(tileLevels(tiled(1, 1))).toHaveLength(1);
});

test("every tile has a number of its own, and beyond the edge there is none", () => {
  assert(
    property(integer({ min: 1, max: 3000 }), integer({ min: 1, max: 3000 }), (width, height) => {
      const picture = tiled(width, height);
      const numbers = tileLevels(picture).flatMap(({ columns, rows }, level) =>
        Array.from({ length: columns * rows }, (_, at) =>
          tileNumber(picture, level, at % columns, Math.floor(at / columns)),
        ),
      );
      expect(numbers).toEqual(Array.from({ length: countTiles(picture) }, (_, number) => number));
    }),
  );
  expect(tileNumber(tiled(1000, 500), 10, 4, 0)).toBeUndefined();
  expect(tileNumber(tiled(1000, 500), 10, 0, -1)).toBeUndefined();
  expect(tileNumber(tiled(1000, 500), 11, 0, 0)).toBeUndefined();
});

test("what the index says is read back; a tile that is missing, and one that was never there, are told apart", () => {
  const index = tileIndex([
    { start: 0, length: 700 },
    { start: 2 ** 31 + 5, length: 20 },
  ]);
  expect(tileRange(index, 1)).toEqual({ start: 2 ** 31 + 5, length: 20 });
  expect(tileRange(index, 2)).toBeUndefined();
  expect(tileRange(index.subarray(0, 12), 1)).toBeUndefined();
  expect(() => tileIndex([undefined])).toThrow("without one of its tiles");
});

test("a slide is read as it was written, and one that lies about its size or scale is none", () => {
  expect(recordSchema.parse(JSON.parse(JSON.stringify(slide)))).toEqual(slide);
  const changed = (content: object) =>
    recordSchema.safeParse({ ...slide, content: { ...slide.content, ...content } }).success;
  expect(changed({ width: 0 })).toBe(false);
  expect(changed({ height: 10 ** 9 })).toBe(false);
  expect(changed({ micrometres: 0 })).toBe(false);
  expect(changed({ tiles: { ...slide.content.tiles, mediaType: "text/html" } })).toBe(false);
});
