import { expect, test } from "vitest";
import { createSeededRandom } from "./random.ts";
import { createUlid, isUlid, ulidOf } from "./ulid.ts";

test("ids sort by the time they were made", () => {
  const random = createSeededRandom(1);
  const ids = [0, 1, 1_700_000_000_000, 1_700_000_000_001].map((at) => createUlid(at, random));
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.every(isUlid)).toBe(true);
});

test("lower case, short and foreign letters are no id", () => {
  for (const text of ["01arz3ndektsv4rrffq69g5fav", "01ARZ3", "01ARZ3NDEKTSV4RRFFQ69G5FAU", 7, undefined])
    expect(isUlid(text)).toBe(false);
});

test("sixteen bytes are one ULID, others another, and what is behind them says nothing", () => {
  const bytes = Uint8Array.from({ length: 16 }, (_, at) => at);
  expect(ulidOf(bytes)).toBe("00041061050R3GG28A1C60T3GF");
  expect(ulidOf(new Uint8Array(17).fill(255))).toBe("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
  expect(isUlid(ulidOf(bytes.toReversed()))).toBe(true);
  expect(() => ulidOf(bytes.subarray(1))).toThrow(RangeError);
});
