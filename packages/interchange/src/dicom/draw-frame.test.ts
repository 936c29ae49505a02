import { describe, expect, test } from "vitest";
import { type Drawing, drawFrame } from "./draw-frame.ts";
import type { GreyWindow } from "./grey-levels.ts";
import { read, sliceElements, sliceFile } from "./testing/dicom-files.ts";
import { encodeRle } from "./testing/encode-rle.ts";
import { writeDicom, type WrittenElement } from "./write-dicom.ts";

const us = (tag: number, ...value: readonly number[]): WrittenElement => ({ tag, vr: "US", value });
const text = (tag: number, vr: string, value: string): WrittenElement => ({ tag, vr, value });
const photometric = (value: string) => text(0x00280004, "CS", value);
const bytes = (...value: readonly number[]): WrittenElement => ({
  tag: 0x7fe00010,
  vr: "OB",
  value: Uint8Array.from(value),
});

function drawn(file: Uint8Array, window: GreyWindow | null = null, frame = 1): Drawing {
  const { instance, stored } = read(file);
  const ranges = instance.pixels?.frames[frame - 1] ?? [];
  const head = stored.subarray(0, instance.pixels?.frames[0]?.[0]?.[0]);
  const pixels = Uint8Array.from(
    ranges.flatMap(([start, length]) => [...stored.subarray(start, start + length)]),
  );
  return drawFrame({ instance, frame, head, pixels }, window);
}

const levelsOf = (drawing: Drawing): readonly number[] | string =>
  drawing.ok ? Array.from(drawing.drawn.data) : drawing.reason;

const levels = (
  elements: readonly WrittenElement[],
  window: GreyWindow | null = null,
  frame = 1,
): readonly number[] | string => levelsOf(drawn(sliceFile({ rows: 1, columns: 3 }, elements), window, frame));

const sixteen = (...values: readonly number[]): WrittenElement => ({
  tag: 0x7fe00010,
  vr: "OW",
  value: values.map((value) => value & 0xffff),
});

const eight = [us(0x00280100, 8), us(0x00280101, 8), us(0x00280102, 7), us(0x00280103, 0)];
/** Without the window of the slice that the tests begin with. */
const noWindow = [text(0x00281050, "DS", ""), text(0x00281051, "DS", "")];

describe("grey values", () => {
  // The slice is stored with an intercept of -1024 and shown at 40, 400 wide.
  const values = sixteen(824, 1063, 1264);
  test("are shown by the window of the file, in the modality's unit", () => {
    expect(levels([values])).toEqual([0, 127, 255]);
  });
  test("are shown by the window that is asked for, with each of its functions", () => {
    expect(levels([values], { center: 39, width: 10_000, function: "linear-exact" })).toEqual([
      121, 128, 133,
    ]);
    expect(levels([values], { center: 39.5, width: 1, function: "linear" })).toEqual([0, 0, 255]);
    const curved = levels([values], { center: 39, width: 400, function: "sigmoid" });
    expect(curved).toEqual([21, 128, 225]);
  });
  test("turn around where a low value is white", () => {
    expect(levels([values, photometric("MONOCHROME1")])).toEqual([255, 128, 0]);
  });
  test("without any window all values are seen, and what only fills the frame does not count", () => {
    const filled: WrittenElement = { tag: 0x00280120, vr: "SS", value: [-2000] };
    expect(levels([...noWindow, sixteen(-100, 0, 100)])).toEqual([0, 128, 255]);
    expect(levels([...noWindow, filled, sixteen(-2000, 0, 100)])).toEqual([0, 0, 255]);
    expect(levels([...noWindow, sixteen(5, 5, 5)])).toEqual([128, 128, 128]);
  });
  test("of eight bits are as bright as they are written", () => {
    expect(levels([...noWindow, ...eight, text(0x00281052, "DS", "0"), bytes(0, 100, 255, 0)])).toEqual([
      0, 100, 255,
    ]);
  });
  test("are only the bits that are the value: an overlay above them is no light", () => {
    const twelve = [us(0x00280101, 12), us(0x00280102, 11), us(0x00280103, 0)];
    expect(levels([...twelve, sixteen(824 + 0x8000, 1063, 1264 + 0xf000)])).toEqual([0, 127, 255]);
  });
  test("of enhanced pictures have the window of their own frame", () => {
    const voi = (center: string): readonly WrittenElement[] => [
      {
        tag: 0x00289132,
        items: [[text(0x00281050, "DS", center), text(0x00281051, "DS", "400")]],
      },
    ];
    const two = [
      text(0x00280008, "IS", "2"),
      { tag: 0x52009230, items: [voi("40"), voi("1040")] },
      sixteen(824, 1063, 1264, 824, 1063, 1264),
    ];
    expect(levels(two)).toEqual([0, 127, 255]);
    expect(levels(two, null, 2)).toEqual([0, 0, 0]);
  });
  test("that say nonsense of their bits are not drawn", () => {
    expect(levels([us(0x00280102, 20), values])).toBe("syntax");
    expect(levels([us(0x00280101, 0), values])).toBe("syntax");
  });
});

/** A sequence with one table: how many entries it says, its first value, its bits, and what it holds. */
const table = (
  tag: number,
  [count, first, bits]: readonly [number, number, number],
  held: readonly number[] | Uint8Array,
): WrittenElement => ({
  tag,
  items: [
    [
      us(0x00283002, count, first & 0xffff, bits),
      text(0x00283003, "LO", "Test"),
      { tag: 0x00283006, vr: "OW", value: held },
    ],
  ],
});
const [ofModality, ofVoi] = [0x00283000, 0x00283010];
const plainRescale = [text(0x00281052, "DS", "0"), text(0x00281053, "DS", "1")];

const voiTable = (...held: number[]): readonly WrittenElement[] => [
  { tag: 0x00289132, items: [[table(ofVoi, [3, 0, 8], held)]] },
];

describe("tables of grey values", () => {
  test("of what is to be seen go before the file's window; a window that is asked for goes before them", () => {
    const file = [...plainRescale, sixteen(9, 10, 12), table(ofVoi, [3, 10, 16], [0, 0x8000, 0xffff])];
    expect(levels(file)).toEqual([0, 0, 255]);
    expect(levels(file, { center: 10, width: 8, function: "linear-exact" })).toEqual([96, 128, 191]);
  });
  test("begin at a negative value where pixels or their meaning may be negative", () => {
    const entries = table(ofVoi, [3, -1, 8], [0, 100, 255]);
    expect(levels([...plainRescale, sixteen(-5, 0, 7), entries])).toEqual([0, 100, 255]);
    const unsigned = us(0x00280103, 0);
    // An intercept of -1024.
    expect(levels([unsigned, sixteen(1023, 1024, 1025), entries])).toEqual([0, 100, 255]);
    // 65535 is the first value of unsigned pixels that mean themselves.
    expect(levels([unsigned, ...plainRescale, sixteen(7, -2, -1), entries])).toEqual([0, 0, 0]);
  });
  test("of the modality come before those of what is to be seen, whose first value is then never negative", () => {
    const modality = table(ofModality, [3, -1, 16], [40_000, 50_000, 60_000]);
    const file = [modality, ...noWindow, sixteen(-9, 0, 1)];
    expect(levels(file)).toEqual([0, 128, 255]);
    expect(levels([...file, table(ofVoi, [2, 50_000, 12], [0, 0xfff])])).toEqual([0, 0, 255]);
    expect(levels(file, { center: 60_000, width: 20_000, function: "linear-exact" })).toEqual([0, 0, 128]);
  });
  test("that turn values around show all of them without a window", () => {
    expect(levels([table(ofModality, [3, 0, 8], [9, 5, 1]), ...noWindow, sixteen(0, 1, 2)])).toEqual([
      255, 128, 0,
    ]);
  });
  test("that say no entries have 65,536", () => {
    const entries = Array.from({ length: 0x10000 }, (_, at) => 0xffff - at);
    const unsigned = [us(0x00280103, 0), ...plainRescale];
    expect(levels([...unsigned, sixteen(0, 0x8000, 0xffff), table(ofVoi, [0, 0, 16], entries)])).toEqual([
      255, 127, 0,
    ]);
  });
  test("may have a byte for each entry, or more bits than they say", () => {
    const plain = [...plainRescale, sixteen(0, 1, 2)];
    expect(levels([...plain, table(ofVoi, [4, 0, 8], Uint8Array.of(0, 50, 255, 0))])).toEqual([0, 50, 255]);
    expect(levels([...plain, table(ofVoi, [3, 0, 10], [0, 0x8000, 0xffff])])).toEqual([0, 128, 255]);
  });
  test("that are too short, or of other bits, are as if they were not there", () => {
    const plain = [...plainRescale, ...noWindow, sixteen(0, 1, 2)];
    for (const broken of [table(ofVoi, [9, 0, 16], [1, 2]), table(ofVoi, [3, 0, 4], [1, 2, 3])])
      expect(levels([...plain, broken])).toEqual([0, 128, 255]);
  });
  test("of enhanced pictures are those of their own frame", () => {
    const two = [
      text(0x00280008, "IS", "2"),
      ...plainRescale,
      { tag: 0x52009230, items: [voiTable(0, 1, 2), voiTable(255, 200, 100)] },
      sixteen(0, 1, 2, 0, 1, 2),
    ];
    expect(levels(two)).toEqual([0, 1, 2]);
    expect(levels(two, null, 2)).toEqual([255, 200, 100]);
  });
  test("turn around, too, where a low value is white", () => {
    const file = [
      ...plainRescale,
      photometric("MONOCHROME1"),
      sixteen(0, 1, 2),
      table(ofVoi, [3, 0, 8], [0, 10, 255]),
    ];
    expect(levels(file)).toEqual([255, 245, 0]);
  });
});

const colour = (kind: string, planar = 0) => [
  ...eight,
  us(0x00280002, 3),
  photometric(kind),
  us(0x00280006, planar),
];

describe("colours", () => {
  const red = [255, 0, 0, 0, 255, 0, 0, 0, 255];
  test("stand pixel by pixel, or one sample after the other", () => {
    expect(levels([...colour("RGB"), bytes(...red, 0)])).toEqual(red);
    expect(levels([...colour("RGB", 1), bytes(255, 0, 0, 0, 255, 0, 0, 0, 255, 0)])).toEqual(red);
  });
  test("are made of brightness and two differences", () => {
    expect(levels([...colour("YBR_FULL"), bytes(76, 85, 255, 128, 128, 128, 255, 128, 128, 0)])).toEqual([
      254, 0, 0, 128, 128, 128, 255, 255, 255,
    ]);
  });
  test("of which two pixels share one", () => {
    const file = sliceFile({ rows: 1, columns: 2 }, [...colour("YBR_FULL_422"), bytes(0, 200, 128, 128)]);
    expect(levelsOf(drawn(file))).toEqual([0, 0, 0, 200, 200, 200]);
  });
  test("of another kind are not drawn", () => {
    expect(levels([...colour("HSV"), bytes(...red, 0)])).toBe("syntax");
  });
});

const compressed = (elements: readonly WrittenElement[], ...planes: readonly Uint8Array[]) =>
  writeDicom(
    sliceElements({ rows: 1, columns: 3 }, [
      ...elements,
      { tag: 0x7fe00010, fragments: [new Uint8Array(), encodeRle(planes)] },
    ]),
    "1.2.840.10008.1.2.5",
  );

describe("frames in RLE", () => {
  test("are shown as the same frame uncompressed is", () => {
    const [high, low] = [Uint8Array.of(3, 4, 4), Uint8Array.of(0x38, 0x27, 0xf0)];
    expect(levelsOf(drawn(compressed([], high, low)))).toEqual([0, 127, 255]);
  });
  test("may have a palette", () => {
    const palette = [0, 1, 2].flatMap((at): readonly WrittenElement[] => [
      us(0x00281101 + at, 3, 0, 16),
      { tag: 0x00281201 + at, vr: "OW", value: [0, 0xff00, 0x1000 * at] },
    ]);
    const file = compressed([...eight, photometric("PALETTE COLOR"), ...palette], Uint8Array.of(0, 1, 2));
    expect(levelsOf(drawn(file))).toEqual([0, 0, 0, 255, 255, 255, 255, 255, 0, 16, 32, 255]);
  });
  test("that end early are damaged", () => {
    expect(levelsOf(drawn(compressed([], Uint8Array.of(1, 2), Uint8Array.of(1, 2))))).toBe("damaged");
  });
});

describe("what is not drawn", () => {
  test("is written in another way", () => {
    const fragments = [new Uint8Array(), Uint8Array.of(0xff, 0x4f, 0xff, 0x51)];
    const file = writeDicom(sliceElements({}, [{ tag: 0x7fe00010, fragments }]), "1.2.840.10008.1.2.4.90");
    expect(levelsOf(drawn(file))).toBe("syntax");
  });
  test("says more pixels than are drawn, or none", () => {
    const { instance, stored } = read(sliceFile());
    const frame = { frame: 1, head: stored, pixels: new Uint8Array(8) };
    const draw = (rows: number, columns: number) =>
      levelsOf(drawFrame({ ...frame, instance: { ...instance, rows, columns } }, null));
    expect(draw(60_000, 60_000)).toBe("size");
    expect(draw(0, 5)).toBe("damaged");
    expect(draw(100, 100)).toBe("damaged");
  });
});

test("a palette and single bits are drawn as they are without compression", () => {
  const bits = [
    photometric("MONOCHROME2"),
    us(0x00280100, 1),
    us(0x00280101, 1),
    text(0x00280008, "IS", "2"),
  ];
  const drawing = levels([...bits, bytes(0b00_110_101, 0)], null, 2);
  expect(drawing).toEqual([0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255]);
});
