import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import {
  countTiles,
  filesOfSlide,
  recordSchema,
  type SlideContent,
  tileFrame,
  tileIndex,
  tileLevels,
  tileNumber,
  tileRange,
} from "../index.ts";
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

const level = { instanceUid: "2.25.3", width: 1000, height: 500, tileWidth: 300, tileHeight: 240 };
const dicomTiles = {
  file,
  studyUid: "2.25.1",
  seriesUid: "2.25.2",
  levels: [level],
  mediaType: "image/jpeg",
};

test("a level of DICOM has its frames row by row, and beyond the edge there is none", () => {
  expect([
    tileFrame(level, 0, 0),
    tileFrame(level, 3, 0),
    tileFrame(level, 0, 1),
    tileFrame(level, 3, 2),
  ]).toEqual([1, 4, 5, 12]);
  for (const [column, row] of [
    [4, 0],
    [0, 3],
    [-1, 0],
    [0, -1],
  ] as const)
    expect(tileFrame(level, column, row)).toBeUndefined();
  expect(tileFrame(undefined, 0, 0)).toBeUndefined();
});

test("a slide of DICOM is read as it was written, and one that lies about its levels is none", () => {
  const content = { ...slide.content, tiles: dicomTiles };
  expect(recordSchema.parse(JSON.parse(JSON.stringify({ ...slide, content })))).toEqual({
    ...slide,
    content,
  });
  const changed = (tiles: object) =>
    recordSchema.safeParse({ ...slide, content: { ...content, tiles: { ...dicomTiles, ...tiles } } }).success;
  expect(changed({ levels: [] })).toBe(false);
  expect(changed({ levels: [{ ...level, tileWidth: 0 }] })).toBe(false);
  expect(changed({ levels: Array.from({ length: 33 }, () => level) })).toBe(false);
  expect(changed({ seriesUid: "../x" })).toBe(false);
  expect(changed({ mediaType: "image/png" })).toBe(false);
});

test("the files of a slide are its tiles and what came; of DICOM they are the study's", () => {
  const cut: SlideContent = {
    ...slide.content,
    tiles: { ...slide.content.tiles, mediaType: "image/jpeg" },
  };
  expect(filesOfSlide(cut)).toHaveLength(2);
  expect(filesOfSlide({ ...cut, original: file })).toHaveLength(3);
  expect(filesOfSlide({ ...cut, tiles: { ...dicomTiles, mediaType: "image/jpeg" } })).toEqual([]);
});
