import { expect, test } from "vitest";
import { nextScale, scaleOf, sharpness } from "./zoom.ts";

const sheet = { width: 800, height: 1200 };

test("a page is as wide as the room, or wholly in it", () => {
  expect(scaleOf({ to: "width" }, sheet, { width: 400, height: 300 })).toBe(0.5);
  expect(scaleOf({ to: "page" }, sheet, { width: 400, height: 300 })).toBe(0.25);
  expect(scaleOf({ to: "scale", scale: 100 }, sheet, { width: 1, height: 1 })).toBe(6);
  expect(scaleOf({ to: "width" }, sheet, { width: 1, height: 1 })).toBe(0.1);
});

test("larger and then smaller ends where it began, from a step and from between two", () => {
  expect(nextScale(nextScale(1, 1), -1)).toBeCloseTo(1, 10);
  expect(nextScale(1.1, 1)).toBeCloseTo(1.25, 10);
  expect(nextScale(1.1, -1)).toBeCloseTo(1, 10);
  expect(nextScale(6, 1)).toBe(6);
});

test("a canvas is as sharp as the screen until it would be too large for a browser", () => {
  expect(sharpness(sheet, 2)).toBe(2);
  const ratio = sharpness({ width: 8000, height: 8000 }, 2);
  expect(8000 * ratio * 8000 * ratio).toBeLessThanOrEqual(4096 * 4096 + 1);
});
