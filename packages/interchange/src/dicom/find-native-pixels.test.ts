import { expect, test } from "vitest";
import { findNativePixels } from "./find-native-pixels.ts";
import { withoutPixels } from "./left-out-pixels.ts";
import { readDicom } from "./read-dicom.ts";
import { noInflate, read, sliceElements, sliceFile, without } from "./testing/dicom-files.ts";
import { writeDicom } from "./write-dicom.ts";

const pixels = Int16Array.from({ length: 64 * 64 }, (_, at) => at % 1000);
const behind = { tag: 0x7fe10010, vr: "LO", value: "behind the pixels" };

const bulkBehind = { tag: 0x60003000, vr: "OW", value: Array.from({ length: 2048 }, (_, at) => at) };

test("the pixels of a file are found by its beginning, and what is read without them is what is read with them", () => {
  const elements = sliceElements({ rows: 64, columns: 64, pixels });
  // Out of its order, so that it lies behind the pixels.
  const file = writeDicom([...elements, behind, bulkBehind]);
  const whole = read(file);
  const known = (whole.instance.pixels?.frames[0]?.[0]?.[0] ?? 0) + 10;
  const leftOut = findNativePixels(file.subarray(0, known), file.length);
  if (!leftOut) throw new Error("They are not found");
  expect(leftOut).toEqual({
    range: whole.instance.pixels?.frames[0]?.[0],
    pieces: null,
    warnings: [],
  });
  const [start, length] = leftOut.range;
  const unseen = withoutPixels(file.subarray(0, known), leftOut, file.subarray(start + length));
  expect(unseen.length).toBe(file.length - length);
  const reading = readDicom(unseen, { inflate: noInflate, leftOut });
  expect(reading).toMatchObject({ ok: true, warnings: whole.warnings });
  expect(reading.ok && reading.instance).toEqual(whole.instance);
  expect(whole.instance.bulk).toMatchObject({ "60003000": [expect.any(Number), 4096] });
});

test("of a file that is cut off in its pixels, they end with the file, and it is said", () => {
  const file = sliceFile({ rows: 64, columns: 64, pixels });
  const cut = file.subarray(0, file.length - 1000);
  const leftOut = findNativePixels(cut.subarray(0, 4000), cut.length);
  if (!leftOut) throw new Error("They are not found");
  expect(leftOut.range[0] + leftOut.range[1]).toBe(cut.length);
  const unseen = withoutPixels(cut.subarray(0, 4000), leftOut, new Uint8Array(0));
  const reading = readDicom(unseen, { inflate: noInflate, leftOut });
  const whole = read(cut);
  expect(reading).toMatchObject({ ok: true, warnings: whole.warnings });
  expect(reading.ok && reading.instance).toEqual(whole.instance);
});

test("a file that is larger than any memory is read by its beginning", () => {
  const head = sliceFile({ rows: 64, columns: 64, pixels }).subarray(0, 4000);
  const at = findNativePixels(head, 4000)?.range[0] ?? 0;
  const large = Uint8Array.from(head);
  new DataView(large.buffer).setUint32(at - 4, 3_000_000_000, true);
  expect(findNativePixels(large, at + 3_000_000_000)).toMatchObject({
    range: [at, 3_000_000_000],
    warnings: [],
  });
});

test("nothing is found where too little is known, without a header, and where pixels are packed", () => {
  const file = sliceFile({ rows: 64, columns: 64, pixels });
  expect(findNativePixels(file.subarray(0, 300), file.length)).toBeNull();
  expect(findNativePixels(file.subarray(132), file.length - 132)).toBeNull();
  const elements = without(sliceElements(), 0x7fe00010);
  expect(findNativePixels(writeDicom(elements), 10_000)).toBeNull();
  expect(findNativePixels(new Uint8Array(0), 0)).toBeNull();
});
