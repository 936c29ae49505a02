import { expect, test } from "vitest";
import { findPackedPixels } from "./find-packed-pixels.ts";
import { withoutPixels } from "./left-out-pixels.ts";
import { readDicom } from "./read-dicom.ts";
import { noInflate, read, sliceElements, sliceFile } from "./testing/dicom-files.ts";
import { writeDicom, type WrittenElement } from "./write-dicom.ts";

const baseline = "1.2.840.10008.1.2.4.50";

const jpeg = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length).fill(7);
  bytes.set([0xff, 0xd8, 0xff]);
  return bytes;
};

function loop(frames: number, fragments: readonly Uint8Array[]): Uint8Array {
  const others: readonly WrittenElement[] = [
    { tag: 0x00280008, vr: "IS", value: String(frames) },
    { tag: 0x7fe00010, fragments },
  ];
  return writeDicom(sliceElements({}, others), baseline);
}

/** Counts what is read. */
function ranged(file: Uint8Array) {
  let count = 0;
  return {
    bytes: file.length,
    read: (offset: number, length: number) => {
      count += length;
      return Promise.resolve(file.subarray(offset, offset + length));
    },
    readBytes: () => count,
  };
}

const headOf = (file: Uint8Array) => file.subarray(0, 2000);

async function readWithout(file: Uint8Array) {
  const source = ranged(file);
  const leftOut = await findPackedPixels(headOf(file), source);
  if (leftOut === null || leftOut === "too-many") throw new Error("They are not found");
  const tail = file.subarray(leftOut.range[0] + leftOut.range[1]);
  const reading = readDicom(withoutPixels(headOf(file), leftOut, tail), { inflate: noInflate, leftOut });
  return { reading, readBytes: source.readBytes() };
}

const none = new Uint8Array(0);
const table = (...offsets: readonly number[]) => new Uint8Array(Uint32Array.from(offsets).buffer);

test.for<[string, Uint8Array]>([
  ["each frame one piece", loop(3, [none, jpeg(5000), jpeg(6000), jpeg(4000)])],
  [
    "frames of several pieces, by their table",
    loop(2, [table(0, 10_016), jpeg(5000), jpeg(5000), jpeg(400)]),
  ],
  [
    "frames of several pieces, by how they begin",
    loop(2, [none, jpeg(5000), new Uint8Array(500), jpeg(400)]),
  ],
  ["one frame", loop(1, [none, jpeg(5000), jpeg(300)])],
  ["pieces that are no frames", loop(7, [none, jpeg(5000), jpeg(300)])],
  ["cut off in a piece", loop(3, [none, jpeg(5000), jpeg(6000), jpeg(4000)]).subarray(0, 9000)],
  ["without its end", loop(3, [none, jpeg(5000), jpeg(6000), jpeg(4000)]).subarray(0, -8)],
])("%s: what is read without the pixels is what is read with them", async ([, file]) => {
  const { reading, readBytes } = await readWithout(file);
  const whole = read(file);
  expect(reading).toMatchObject({ ok: true, warnings: whole.warnings });
  expect(reading.ok && reading.instance).toEqual(whole.instance);
  expect(readBytes).toBeLessThan(100);
});

test("a length that lies ends the pieces", async () => {
  const file = Uint8Array.from(loop(2, [none, jpeg(5000), jpeg(4000)]));
  const leftOut = await findPackedPixels(headOf(file), ranged(file));
  if (leftOut === null || leftOut === "too-many") throw new Error("They are not found");
  const second = leftOut.pieces?.ranges[2]?.[0] ?? 0;
  new DataView(file.buffer).setUint32(second - 4, 0xfffffff0, true);
  const { reading } = await readWithout(file);
  expect(reading).toMatchObject({ ok: true, warnings: read(file).warnings });
});

test("pixels that are not packed, and a beginning that is too short, are not followed", async () => {
  const native = sliceFile();
  expect(await findPackedPixels(native, ranged(native))).toBeNull();
  const file = loop(1, [none, jpeg(5000)]);
  expect(await findPackedPixels(file.subarray(0, 300), ranged(file))).toBeNull();
});
