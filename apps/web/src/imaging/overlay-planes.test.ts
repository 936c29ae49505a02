import { expect, test } from "vitest";
import type { DicomDataset } from "./dicom-json.ts";
import { bitsOfPlane, bitsOfWords, overlaysOf, planeOfFrame } from "./overlay-planes.ts";
import { singlePart } from "./single-part.ts";

const number = (...values: readonly number[]) => ({ vr: "US", Value: values });
const text = (value: string) => ({ vr: "LO", Value: [value] });

const group = (name: string, changes: DicomDataset = {}): DicomDataset => ({
  [`${name}0010`]: number(2),
  [`${name}0011`]: number(3),
  [`${name}0050`]: number(1, 1),
  [`${name}3000`]: { vr: "OW", InlineBinary: "KgA=" },
  ...changes,
});

test("planes of several groups, each at its own place and under its own name", () => {
  const planes = overlaysOf({
    ...group("6000", { "60000022": text("Arrows"), "60000050": number(-4, 11) }),
    ...group("601E", { "601E1500": text("Sutures"), "601E0022": text("Not this") }),
  });
  expect(planes).toMatchObject([
    { tag: "60003000", rows: 2, columns: 3, row: -5, column: 10, label: "Arrows", embedded: undefined },
    { tag: "601E3000", row: 0, column: 0, label: "Sutures" },
  ]);
});

test("a plane without bits, and one of no size, is none", () => {
  const { "60003000": _, ...without } = group("6000");
  expect(overlaysOf(without)).toEqual([]);
  expect(overlaysOf(group("6000", { "60000010": number(0) }))).toEqual([]);
  expect(overlaysOf(group("6000", { "60000010": number(65_535), "60000011": number(65_535) }))).toEqual([]);
});

const embedded = (changes: DicomDataset = {}): DicomDataset => {
  const { "60003000": _, ...without } = group("6000", {
    "60000100": number(16),
    "60000102": number(12),
    "00280100": number(16),
    "00280102": number(11),
    "00083002": text("1.2.840.10008.1.2.1"),
  });
  return { ...without, ...changes };
};

test("a plane may be in a bit that the picture leaves free, and in no other", () => {
  expect(overlaysOf(embedded())).toMatchObject([{ embedded: 12 }]);
  expect(overlaysOf(embedded({ "60000102": number(3) }))).toEqual([]);
  expect(overlaysOf(embedded({ "00083002": text("1.2.840.10008.1.2.4.70") }))).toEqual([]);
});

test("one plane is for all frames, several are for theirs", () => {
  const [single] = overlaysOf({ ...group("6000"), "00280008": number(5) });
  expect(single && [1, 5].map((frame) => planeOfFrame(single, frame))).toEqual([0, 0]);
  const [several] = overlaysOf({
    ...group("6000", { "60000015": number(2), "60000051": number(3) }),
    "00280008": number(5),
  });
  expect(several && [1, 2, 3, 4, 5].map((frame) => planeOfFrame(several, frame))).toEqual([
    undefined,
    undefined,
    0,
    1,
    undefined,
  ]);
});

test("the lowest bit is the first pixel, and planes follow one another within a byte", () => {
  expect(bitsOfPlane(Uint8Array.of(0b0010_1010), 6, 0)).toEqual(Uint8Array.of(0, 1, 0, 1, 0, 1));
  expect(bitsOfPlane(Uint8Array.of(0b1100_0000, 0b0000_1001), 6, 1)).toEqual(Uint8Array.of(1, 1, 1, 0, 0, 1));
  expect(bitsOfPlane(Uint8Array.of(1), 6, 1)).toBeUndefined();
  expect(bitsOfWords(Uint8Array.of(0, 0x10, 0xff, 0x2f), 2, 12)).toEqual(Uint8Array.of(1, 0));
  expect(bitsOfWords(Uint8Array.of(0), 1, 12)).toBeUndefined();
});

test("the only part of an answer", () => {
  const body = new TextEncoder().encode("--b\r\ncontent-type: x\r\n\r\nABCD\r\n--b--");
  expect(singlePart(body, 4)).toEqual(new TextEncoder().encode("ABCD"));
  expect(singlePart(body, 400)).toBeUndefined();
  expect(singlePart(new Uint8Array(9), 1)).toBeUndefined();
});
