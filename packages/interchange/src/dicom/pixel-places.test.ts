import { describe, expect, test } from "vitest";
import { dicomLimits } from "./dicom-limits.ts";
import { read, refusalOf, sliceElements, sliceFile } from "./testing/dicom-files.ts";
import { writeDicom, type WrittenElement } from "./write-dicom.ts";

const jpeg = "1.2.840.10008.1.2.4.50";
const frames = (count: number): WrittenElement => ({ tag: 0x00280008, vr: "IS", value: String(count) });
const start = [0xff, 0xd8, 0xff];
const piece = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes);
const table = (...offsets: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(offsets).buffer);

function compressed(count: number, fragments: readonly Uint8Array[], others: readonly WrittenElement[] = []) {
  const pixels: WrittenElement = { tag: 0x7fe00010, fragments };
  return writeDicom(sliceElements({}, [frames(count), pixels, ...others]), jpeg);
}

/** The bytes of each frame, put together from its places. */
function framesOf(file: Uint8Array): readonly (readonly number[])[] | null {
  const { instance, stored } = read(file);
  return (
    instance.pixels?.frames.map((ranges) =>
      ranges.flatMap(([offset, length]) => Array.from(stored.subarray(offset, offset + length))),
    ) ?? null
  );
}

describe("pixels as they are", () => {
  test("frame by frame", () => {
    const pixels: WrittenElement = {
      tag: 0x7fe00010,
      vr: "OW",
      value: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    };
    const file = sliceFile({ rows: 1, columns: 2 }, [frames(2), pixels]);
    expect(framesOf(file)).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
  });
  test("one bit a pixel: a frame's places cover the bytes in which it begins and ends", () => {
    const file = sliceFile({ rows: 3, columns: 3 }, [
      frames(2),
      { tag: 0x00280100, vr: "US", value: [1] },
      { tag: 0x7fe00010, vr: "OB", value: Uint8Array.of(1, 2, 3, 0) },
    ]);
    expect(framesOf(file)).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });
  test("colour in 4:2:2 has two samples for a pixel's three", () => {
    const file = sliceFile({ rows: 1, columns: 2 }, [
      { tag: 0x00280002, vr: "US", value: [3] },
      { tag: 0x00280004, vr: "CS", value: "YBR_FULL_422" },
      { tag: 0x00280100, vr: "US", value: [8] },
      { tag: 0x7fe00010, vr: "OB", value: Uint8Array.of(1, 2, 3, 4) },
    ]);
    expect(framesOf(file)).toEqual([[1, 2, 3, 4]]);
  });
  test("more frames than anybody films are refused", () => {
    const count = dicomLimits.frames + 1;
    const file = sliceFile({ rows: 1, columns: 1 }, [
      frames(count),
      { tag: 0x7fe00010, vr: "OW", value: new Uint8Array(2 * count) },
    ]);
    expect(refusalOf(file)).toBe("too-many-frames");
  });
});

describe("compressed pixels", () => {
  test("one frame is all the pieces", () => {
    expect(framesOf(compressed(1, [table(), piece(1, 2), piece(3, 4)]))).toEqual([[1, 2, 3, 4]]);
  });
  test("frames by the offset table, of several pieces each", () => {
    const file = compressed(2, [table(0, 20), piece(1, 2), piece(3, 4), piece(5, 6)]);
    expect(framesOf(file)).toEqual([
      [1, 2, 3, 4],
      [5, 6],
    ]);
  });
  test("frames by the extended offset table", () => {
    const extended: readonly WrittenElement[] = [
      { tag: 0x7fe00001, vr: "OV", value: [0, 10] },
      { tag: 0x7fe00002, vr: "OV", value: [2, 2] },
    ];
    expect(framesOf(compressed(2, [table(), piece(1, 2), piece(3, 4)], extended))).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
  test("frames by the number of pieces, where the table points beside them", () => {
    expect(framesOf(compressed(2, [table(0, 7), piece(1, 2), piece(3, 4)]))).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
  test("frames by where a JPEG begins", () => {
    const file = compressed(2, [table(), piece(...start, 1), piece(2, 3), piece(...start, 4)]);
    expect(framesOf(file)).toEqual([
      [...start, 1, 2, 3],
      [...start, 4],
    ]);
  });
  test("frames that cannot be told apart are not guessed", () => {
    const { instance, warnings } = read(compressed(2, [table(), piece(1, 2), piece(3, 4), piece(5, 6)]));
    expect(warnings).toEqual(["frames-not-found"]);
    expect(instance.pixels).toBeNull();
  });
  test("pieces that end with the file", () => {
    const file = compressed(2, [table(), piece(1, 2), piece(3, 4, 5, 6)]);
    const { warnings } = read(file.subarray(0, -10));
    expect(warnings).toEqual(["cut-short"]);
  });
  test("a film has no single frames", () => {
    const pixels: WrittenElement = { tag: 0x7fe00010, fragments: [table(), piece(1, 2)] };
    const film = writeDicom(sliceElements({}, [frames(50), pixels]), "1.2.840.10008.1.2.4.102");
    expect(read(film)).toMatchObject({ warnings: [], instance: { pixels: null, frames: 50 } });
  });
  test("compressed without a word on how", () => {
    const pixels: WrittenElement = { tag: 0x7fe00010, fragments: [table(), piece(1, 2)] };
    expect(read(writeDicom(sliceElements({}, [pixels])))).toMatchObject({
      warnings: ["unknown-syntax"],
      instance: { pixels: null },
    });
  });
});
