import { describe, expect, test } from "vitest";
import { canRender, needsRendering, renderFrame } from "./render-frame.ts";
import { read, sliceElements, sliceFile } from "./testing/dicom-files.ts";
import { writeDicom, type WrittenElement } from "./write-dicom.ts";

const us = (tag: number, ...value: readonly number[]): WrittenElement => ({ tag, vr: "US", value });
const photometric = (value: string): WrittenElement => ({ tag: 0x00280004, vr: "CS", value });

/** Three colours' tables; one number each. */
const palette = (
  bits: 8 | 16,
  first: number,
  tables: readonly (readonly number[])[],
): readonly WrittenElement[] =>
  tables.flatMap((values, colour) => [
    us(0x00281101 + colour, values.length, first, bits),
    { tag: 0x00281201 + colour, vr: "OW", value: values } as const,
  ]);

const tables = [
  [0x0000, 0xff00, 0x1000],
  [0x8000, 0x00ff, 0x2000],
  [0x4000, 0xffff, 0x3000],
];

function rendered(elements: readonly WrittenElement[], frame = 1) {
  const { instance, stored } = read(sliceFile({ rows: 1, columns: 3 }, elements));
  return renderFrame(instance, stored, frame);
}

const segmented = (value: readonly number[]) =>
  [0, 1, 2].map((colour) => ({ tag: 0x00281221 + colour, vr: "OW", value }));

describe("a palette's colours", () => {
  const pixels: WrittenElement = { tag: 0x7fe00010, vr: "OB", value: Uint8Array.of(0, 1, 200, 0) };
  const eight = [photometric("PALETTE COLOR"), us(0x00280100, 8), us(0x00280103, 0)];
  const colours = [0, 128, 64, 255, 255, 0, 255, 255, 16, 32, 48, 255];
  test("of 16 bits; a value beside the table takes its last entry", () => {
    expect(rendered([...eight, ...palette(16, 0, tables), pixels])).toEqual({
      width: 3,
      height: 1,
      data: Uint8ClampedArray.from(colours),
    });
  });
  test("of 16-bit pixels, from a first value other than 0", () => {
    const wide = us(0x7fe00010, 99, 101, 102);
    const sixteen = [photometric("PALETTE COLOR"), us(0x00280103, 0)];
    expect(rendered([...sixteen, ...palette(16, 100, tables), { ...wide, vr: "OW" }])?.data).toEqual(
      Uint8ClampedArray.from(colours),
    );
  });
  test.each([8, 16] as const)("of eight bits, in a table that says %i", (bits) => {
    const low = tables.map((values) => values.map((value) => value >> 8));
    expect(rendered([...eight, ...palette(bits, 0, low), pixels])?.data).toEqual(
      Uint8ClampedArray.from(colours),
    );
  });
  test("of a segmented table: single values, lines between them, and what stood before", () => {
    const segments = [0, 2, 0, 0x4000, 1, 2, 0x8000, 2, 1, 0, 0];
    const descriptor = [0, 1, 2].map((colour) => us(0x00281101 + colour, 6, 0, 16));
    const wide: WrittenElement = { tag: 0x7fe00010, vr: "OB", value: Uint8Array.of(2, 3, 5, 0) };
    expect(rendered([...eight, ...descriptor, ...segmented(segments), wide])?.data).toEqual(
      Uint8ClampedArray.of(0x60, 0x60, 0x60, 255, 0x80, 0x80, 0x80, 255, 0x40, 0x40, 0x40, 255),
    );
    expect(rendered([...eight, ...descriptor, ...segmented([0, 2, 0, 1, 2, 9, 0, 0]), wide])).toBeUndefined();
    expect(rendered([...eight, ...descriptor, ...segmented([1, 6, 5]), wide])).toBeUndefined();
  });
  test("without a table nothing is drawn", () => {
    expect(rendered([...eight, pixels])).toBeUndefined();
  });
});

const bitmap = (kind: string) => [
  photometric(kind),
  us(0x00280100, 1),
  { tag: 0x00280008, vr: "IS", value: "2" },
  { tag: 0x7fe00010, vr: "OB", value: Uint8Array.of(0b00_110_101, 0) },
];

const levels = (kind: string, frame: number) =>
  Array.from(rendered(bitmap(kind), frame)?.data ?? []).filter((_, index) => index % 4 === 0);

describe("one bit a pixel", () => {
  test("black and white, each frame from the bit at which it begins", () => {
    expect(levels("MONOCHROME2", 1)).toEqual([255, 0, 255]);
    expect(levels("MONOCHROME2", 2)).toEqual([0, 255, 255]);
    expect(levels("MONOCHROME1", 1)).toEqual([0, 255, 0]);
  });
  test("there is no third frame of two, and none before the first", () => {
    expect(rendered(bitmap("MONOCHROME2"), 3)).toBeUndefined();
    expect(rendered(bitmap("MONOCHROME2"), 0)).toBeUndefined();
  });
});

test("what a browser draws by itself is left to it", () => {
  const { instance, stored } = read(sliceFile());
  expect(needsRendering(instance)).toBe(false);
  expect(renderFrame(instance, stored, 1)).toBeUndefined();
});

test("compressed bits are not drawn", () => {
  const fragments = [new Uint8Array(), Uint8Array.of(1, 2)];
  const elements = sliceElements({}, [us(0x00280100, 1), { tag: 0x7fe00010, fragments }]);
  const { instance, stored } = read(writeDicom(elements, "1.2.840.10008.1.2.5"));
  expect(needsRendering(instance)).toBe(true);
  expect(canRender(instance)).toBe(false);
  expect(renderFrame(instance, stored, 1)).toBeUndefined();
});

test("bytes of another, shorter file draw nothing", () => {
  const { instance } = read(sliceFile({}, [us(0x00280100, 1)]));
  expect(renderFrame(instance, new Uint8Array(10), 1)).toBeUndefined();
});
