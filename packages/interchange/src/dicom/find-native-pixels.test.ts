import { expect, test } from "vitest";
import { findNativePixels } from "./find-native-pixels.ts";
import { readDicom } from "./read-dicom.ts";
import { noInflate, read, sliceElements, sliceFile, without } from "./testing/dicom-files.ts";
import { writeDicom } from "./write-dicom.ts";

const pixels = Int16Array.from({ length: 64 * 64 }, (_, at) => at % 1000);
const behind = { tag: 0x7fe10010, vr: "LO", value: "behind the pixels" };

/** Zeros from there on. */
function knownTo(file: Uint8Array, known: number): Uint8Array {
  const bytes = new Uint8Array(file.length);
  bytes.set(file.subarray(0, known));
  return bytes;
}

test("the pixels of a file are found by its beginning, and what is read without them is what is read with them", () => {
  const file = sliceFile({ rows: 64, columns: 64, pixels }, [behind]);
  const whole = read(file);
  const known = (whole.instance.pixels?.frames[0]?.[0]?.[0] ?? 0) + 10;
  const found = findNativePixels(knownTo(file, known), known);
  expect(found).toEqual(whole.instance.pixels?.frames[0]?.[0]);
  const [start, length] = found ?? [0, 0];
  const unseen = knownTo(file, known);
  unseen.set(file.subarray(start + length), start + length);
  const reading = readDicom(unseen, { inflate: noInflate });
  expect(reading).toMatchObject({ ok: true, warnings: whole.warnings });
  expect(reading.ok && reading.instance).toEqual(whole.instance);
});

test("of a file that is cut off in its pixels, they end with the file", () => {
  const file = sliceFile({ rows: 64, columns: 64, pixels });
  const cut = file.subarray(0, file.length - 1000);
  const [start, length] = findNativePixels(knownTo(cut, 4000), 4000) ?? [0, 0];
  expect(start + length).toBe(cut.length);
});

test("nothing is found where too little is known, without a header, and where pixels are packed", () => {
  const file = sliceFile({ rows: 64, columns: 64, pixels });
  expect(findNativePixels(knownTo(file, 300), 300)).toBeNull();
  expect(findNativePixels(file.subarray(132), file.length - 132)).toBeNull();
  const elements = without(sliceElements(), 0x7fe00010);
  expect(findNativePixels(writeDicom(elements), 10_000)).toBeNull();
  expect(findNativePixels(new Uint8Array(0), 0)).toBeNull();
});
