import { describe, expect, test } from "vitest";
import { filed } from "./testing/dicom-files.ts";
import { makeSlidePicture, type SlidePicture } from "./testing/make-whole-slide.ts";
import { type WholeSlide, wholeSlide } from "./whole-slide.ts";
import type { WrittenElement } from "./write-dicom.ts";

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);

const picture = (width: number, height: number, changes: Partial<SlidePicture> = {}): SlidePicture => ({
  instanceUid: `2.25.8003.${width}`,
  flavour: "VOLUME",
  width,
  height,
  tile: [256, 240],
  millimetres: [0.00025, 0.00025],
  tiles: Array.from({ length: Math.ceil(width / 256) * Math.ceil(height / 240) }, () => jpeg),
  ...changes,
});

const slideOf = (...files: readonly Uint8Array[]): WholeSlide | null =>
  wholeSlide({
    studyUid: "2.25.8001",
    seriesUid: "2.25.8002",
    instances: files.map((file, at) => filed(file, `file ${at}`)),
  });

const widths = (...files: readonly Uint8Array[]) =>
  slideOf(...files)?.levels.map(({ width }) => width) ?? null;

describe("a series of one picture in several sizes", () => {
  test("is a slide, its levels from the smallest to the whole picture", () => {
    const slide = slideOf(
      makeSlidePicture(picture(1000, 700)),
      makeSlidePicture(picture(250, 175, { millimetres: [0.001, 0.001] })),
      makeSlidePicture(picture(63, 44, { tile: [128, 64], tiles: [jpeg] })),
    );
    expect(slide?.levels).toEqual([
      { instanceUid: "2.25.8003.63", width: 63, height: 44, tileWidth: 128, tileHeight: 64 },
      { instanceUid: "2.25.8003.250", width: 250, height: 175, tileWidth: 256, tileHeight: 240 },
      { instanceUid: "2.25.8003.1000", width: 1000, height: 700, tileWidth: 256, tileHeight: 240 },
    ]);
    expect(slide).toMatchObject({ base: { fileId: "file 0" }, micrometres: 0.25, objective: 40 });
  });
  test("may be of a single picture in one tile", () => {
    const one = picture(200, 150, { tile: [200, 150], tiles: [jpeg] });
    const dimension: WrittenElement = { tag: 0x00209311, vr: "CS", value: "" };
    expect(widths(makeSlidePicture(one, [dimension]))).toEqual([200]);
  });
  test("has neither the label nor the overview among its levels, nor a picture of another shape", () => {
    const files = [
      makeSlidePicture(picture(1000, 700)),
      makeSlidePicture(picture(300, 300, { flavour: "LABEL" })),
      makeSlidePicture(picture(400, 200, { flavour: "OVERVIEW" })),
      makeSlidePicture(picture(500, 500)),
    ];
    expect(widths(...files)).toEqual([1000]);
  });
});

const micrometres = (millimetres: readonly [number, number]) =>
  slideOf(makeSlidePicture(picture(1000, 700, { millimetres })))?.micrometres;

describe("its scale", () => {
  test.for<[readonly [number, number], number | null]>([
    [[0.0005, 0.0005], 0.5],
    [[0.0005, 0.0006], null],
    [[0.5, 0.5], null],
  ])("%j mm is %j", ([millimetres, expected]) => {
    expect(micrometres(millimetres)).toBe(expected);
  });
});

const text = (tag: number, value: string): WrittenElement => ({ tag, vr: "CS", value });

const count = (tag: number, value: number): WrittenElement => ({ tag, vr: "UL", value: [value] });

describe("no slide", () => {
  const whole = picture(1000, 700);
  test.for<[string, Uint8Array]>([
    ["has tiles in another order", makeSlidePicture(whole, [text(0x00209311, "TILED_SPARSE")])],
    ["has fewer tiles than it needs", makeSlidePicture({ ...whole, tiles: whole.tiles.slice(1) })],
    ["has several planes", makeSlidePicture(whole, [count(0x00480303, 3)])],
    ["has several lights", makeSlidePicture(whole, [count(0x00480302, 2)])],
    ["says no size", makeSlidePicture(whole, [count(0x00480006, 0)])],
    ["is larger than any glass", makeSlidePicture(whole, [count(0x00480007, 4_000_000_000)])],
    ["is compressed in another way", makeSlidePicture(whole, [], "1.2.840.10008.1.2.4.90")],
    [
      "is another kind of picture",
      makeSlidePicture(whole, [{ tag: 0x00080016, vr: "UI", value: "1.2.840.10008.5.1.4.1.1.77.1.4" }]),
    ],
  ])("is what %s", ([, file]) => {
    expect(slideOf(file)).toBeNull();
  });
  test("is told of two pictures of one size", () => {
    const twice = [whole, { ...whole, instanceUid: "2.25.8003.7" }].map((one) => makeSlidePicture(one));
    expect(slideOf(...twice)).toBeNull();
    expect(slideOf()).toBeNull();
  });
});
