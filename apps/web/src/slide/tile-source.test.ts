import type { SlideContent } from "@consilium/clinical";
import { expect, test } from "vitest";
import { tileSource } from "./tile-source.ts";

const file = { id: "01K0000000000000000000FLE1", name: "a", mediaType: "image/jpeg", bytes: 9, sha256: "aa" };
const slide: Omit<SlideContent, "tiles"> = {
  width: 1000,
  height: 700,
  micrometres: 0.25,
  objective: 40,
  stain: null,
  label: null,
  original: null,
};

test("tiles that were cut have levels of Deep Zoom", () => {
  const tiles = { file, index: file, size: 256, overlap: 1, mediaType: "image/jpeg" } as const;
  const source = tileSource({ ...slide, tiles }, "/slides/x");
  expect(source).toMatchObject({ tileSize: 256, tileOverlap: 1, minLevel: 0, maxLevel: 10 });
  expect(source.getTileUrl(10, 3, 2)).toBe("/slides/x/10/3/2");
});

test("tiles of DICOM have the levels and sizes of their instances", () => {
  const levels = [
    { instanceUid: "2.25.3", width: 125, height: 88, tileWidth: 128, tileHeight: 128 },
    { instanceUid: "2.25.2", width: 1000, height: 700, tileWidth: 240, tileHeight: 256 },
  ];
  const tiles = { file, studyUid: "2.25.1", seriesUid: "2.25.4", levels, mediaType: "image/jpeg" } as const;
  const source = tileSource({ ...slide, tiles }, "/slides/x");
  expect(source).toMatchObject({ tileOverlap: 0, minLevel: 0, maxLevel: 1 });
  if (!("getLevelScale" in source)) throw new Error("no levels");
  expect([source.getLevelScale(0), source.getLevelScale(1)]).toEqual([0.125, 1]);
  expect([source.getTileWidth(0), source.getTileWidth(1), source.getTileHeight(1)]).toEqual([128, 240, 256]);
  expect(source.getNumTiles(1)).toMatchObject({ x: 5, y: 3 });
  expect(source.getNumTiles(7)).toMatchObject({ x: 0, y: 0 });
});
