import { assert, property, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { decodeRle } from "./decode-rle.ts";
import { encodeRle } from "./testing/encode-rle.ts";

const form = { pixels: 4, samples: 1, bytes: 1 };
const frame = (...segments: readonly (readonly number[])[]): Uint8Array => {
  const starts = segments.map(
    (_, at) => 64 + segments.slice(0, at).reduce((sum, { length }) => sum + length, 0),
  );
  const header = new Uint8Array(
    Uint32Array.from({ length: 16 }, (_, at) => [segments.length, ...starts][at] ?? 0).buffer,
  );
  return Uint8Array.from([...header, ...segments.flat()]);
};

test("runs, single bytes, and bytes that say nothing", () => {
  expect(decodeRle(frame([0, 7, 128, 254, 9]), form)).toEqual(Uint8Array.of(7, 9, 9, 9));
});

test("the highest byte of a sample comes first, and samples stand one after the other", () => {
  const wide = frame([1, 1, 2], [1, 3, 4]);
  expect(decodeRle(wide, { pixels: 2, samples: 1, bytes: 2 })).toEqual(Uint8Array.of(3, 1, 4, 2));
  const coloured = frame([1, 1, 2], [255, 3], [1, 5, 6]);
  expect(decodeRle(coloured, { pixels: 2, samples: 3, bytes: 1 })).toEqual(Uint8Array.of(1, 2, 3, 3, 5, 6));
});

test("a run that is longer than the frame ends with it", () => {
  expect(decodeRle(frame([129, 5]), form)).toEqual(Uint8Array.of(5, 5, 5, 5));
});

test("what ends early, has other segments or points beside itself is damaged", () => {
  expect(decodeRle(frame([1, 7, 8]), form)).toBeNull();
  expect(decodeRle(frame([5, 7, 8]), form)).toBeNull();
  expect(decodeRle(frame([3, 1, 2, 3, 4], [3, 1, 2, 3, 4]), form)).toBeNull();
  expect(decodeRle(new Uint8Array(10), form)).toBeNull();
  const beside = frame([3, 1, 2, 3, 4]);
  beside.set([0xff, 0xff], 4);
  expect(decodeRle(beside, form)).toBeNull();
});

test("what was packed is unpacked, and no bytes make it throw", () => {
  assert(
    property(uint8Array({ minLength: 1, maxLength: 600 }), (bytes) => {
      expect(decodeRle(encodeRle([bytes]), { pixels: bytes.length, samples: 1, bytes: 1 })).toEqual(bytes);
      decodeRle(bytes, { pixels: 8, samples: 3, bytes: 2 });
    }),
  );
});
