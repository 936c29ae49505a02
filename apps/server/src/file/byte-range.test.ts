import { expect, test } from "vitest";
import { rangeOf } from "./byte-range.ts";

test.for([
  [undefined, undefined],
  ["bytes=0-0", { start: 0, end: 1 }],
  ["bytes=2-", { start: 2, end: 10 }],
  ["bytes=-3", { start: 7, end: 10 }],
  ["bytes=-30", { start: 0, end: 10 }],
  ["bytes=4-400", { start: 4, end: 10 }],
  ["bytes=10-", "none"],
  ["bytes=-0", "none"],
  ["bytes=5-2", undefined],
  ["bytes=0-1,3-4", undefined],
  ["pages=1-2", undefined],
  ["bytes=-", undefined],
] as const)("of ten bytes, %s asks for %o", ([header, range]) => {
  expect(rangeOf(header, 10)).toEqual(range);
});
