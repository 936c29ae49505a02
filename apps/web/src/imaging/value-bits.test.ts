import { expect, test } from "vitest";
import { element } from "./testing-frames.ts";
import { valueBits, withoutOtherBits } from "./value-bits.ts";

/** Twelve bits of a word are the value, the highest of the others an overlay. */
const shared = {
  "00083002": element("UI", "1.2.840.10008.1.2.1"),
  "00280100": element("US", 16),
  "00280101": element("US", 12),
  "00280102": element("US", 11),
  "00280103": element("US", 0),
  "60000010": element("US", 2),
  "60000011": element("US", 2),
  "60000100": element("US", 16),
  "60000102": element("US", 15),
};

test("a word whose upper bit is an overlay has its value in the lower ones", () => {
  expect(valueBits(shared)).toBe(12);
  const stored = Uint16Array.of(0, 1000, 0x8000, 0x8000 | 1000);
  const image = {
    dataType: "Uint16Array",
    slope: 1,
    intercept: -1024,
    getPixelData: () => stored,
  } as const;
  expect(withoutOtherBits(image, 12)).toEqual({
    values: Uint16Array.of(0, 1000, 0, 1000),
    dataType: "Uint16Array",
    slope: 1,
    intercept: -1024,
  });
});

test("values that were scaled as they came are scaled again", () => {
  const scaled = Float32Array.of(-1024, -524, 0x8000 * 0.5 - 1024, (0x8000 + 1000) * 0.5 - 1024);
  const image = {
    dataType: "Float32Array",
    slope: 0.5,
    intercept: -1024,
    preScale: {
      enabled: true,
      scaled: true,
      scalingParameters: { rescaleSlope: 0.5, rescaleIntercept: -1024 },
    },
    getPixelData: () => scaled,
  } as const;
  expect([...withoutOtherBits(image, 12).values]).toEqual([-1024, -524, -1024, -524]);
});

test("words that are all value, signed ones, and overlays with bits of their own are left as they are", () => {
  const { "60000010": _rows, ...plain } = shared;
  expect(valueBits(plain)).toBeUndefined();
  expect(valueBits({ ...shared, "00280103": element("US", 1) })).toBeUndefined();
  expect(valueBits({ ...shared, "60003000": { vr: "OW", BulkDataURI: "bulk/60003000" } })).toBeUndefined();
  expect(valueBits({ ...shared, "00280102": element("US", 13) })).toBeUndefined();
});
