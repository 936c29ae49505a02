import { expect, test } from "vitest";
import { readDicom } from "./read-dicom.ts";
import { filed, noInflate, read, sliceElements, sliceFile } from "./testing/dicom-files.ts";
import { transferSyntaxes } from "./transfer-syntax.ts";
import { writeDicom, type WrittenElement } from "./write-dicom.ts";

const table = (length: number): WrittenElement => ({
  tag: 0x00281201,
  vr: "OW",
  value: Array.from({ length }, (_, at) => at),
});

const bytesAt = (file: Uint8Array, range: readonly [number, number] | undefined) =>
  range && file.subarray(range[0], range[0] + range[1]);

test("a table that is too long for the metadata is found in the stored file", () => {
  const { instance, stored } = read(sliceFile({}, [table(4096)]));
  expect(instance.metadata).not.toHaveProperty("00281201");
  const found = bytesAt(stored, instance.bulk?.["00281201"]);
  expect(found?.length).toBe(8192);
  expect(found?.subarray(0, 4)).toEqual(Uint8Array.of(0, 0, 1, 0));
});

test("where the header was missing, it still lies where it is said to", () => {
  const whole = sliceFile({}, [table(4096)]);
  const headless = whole.subarray(132 + 12 + new DataView(whole.buffer, 140).getUint32(0, true));
  const reading = readDicom(headless, { inflate: noInflate });
  if (!reading.ok) throw new Error(reading.reason);
  expect(bytesAt(reading.stored, reading.instance.bulk?.["00281201"])?.subarray(0, 4)).toEqual(
    Uint8Array.of(0, 0, 1, 0),
  );
});

test("what the metadata holds has no place of its own, and nothing else has one", () => {
  expect(filed(sliceFile({}, [table(16)]), "a").instance.bulk).toBeNull();
  const other: WrittenElement = { tag: 0x00291010, vr: "OB", value: new Uint8Array(5000) };
  expect(filed(sliceFile({}, [other]), "a").instance.bulk).toBeNull();
});

test("a short plane of words that are big endian has a place too", () => {
  const plane: WrittenElement = { tag: 0x60003000, vr: "OW", value: [1, 2] };
  const file = writeDicom(sliceElements({}, [plane]), transferSyntaxes.explicitBigEndian);
  const { instance, stored } = read(file);
  expect(bytesAt(stored, instance.bulk?.["60003000"])).toEqual(Uint8Array.of(0, 1, 0, 2));
});
