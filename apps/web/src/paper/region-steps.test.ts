import { expect, test } from "vitest";
import { afterArrow, regionAround } from "./region-steps.ts";

const rounded = (rectangle: readonly number[] | undefined) =>
  rectangle?.map((part) => Number(part.toFixed(6)));

test("a region that the keyboard begins lies wholly on the page", () => {
  expect(rounded(regionAround(0.5, 0.5))).toEqual([0.35, 0.45, 0.3, 0.1]);
  expect(rounded(regionAround(0, 1))).toEqual([0, 0.9, 0.3, 0.1]);
});

test("arrows move it, with Shift they change its size, and it never leaves the page", () => {
  expect(rounded(afterArrow([0.1, 0.1, 0.3, 0.1], "ArrowRight", false))).toEqual([0.11, 0.1, 0.3, 0.1]);
  expect(rounded(afterArrow([0.1, 0.1, 0.3, 0.1], "ArrowDown", true))).toEqual([0.1, 0.1, 0.3, 0.11]);
  expect(rounded(afterArrow([0.7, 0, 0.3, 0.1], "ArrowRight", false))).toEqual([0.7, 0, 0.3, 0.1]);
  expect(rounded(afterArrow([0.7, 0, 0.3, 0.1], "ArrowRight", true))).toEqual([0.7, 0, 0.3, 0.1]);
  expect(rounded(afterArrow([0.1, 0.1, 0.02, 0.1], "ArrowLeft", true))).toEqual([0.1, 0.1, 0.02, 0.1]);
  expect(afterArrow([0, 0, 1, 1], "a", false)).toBeUndefined();
});
