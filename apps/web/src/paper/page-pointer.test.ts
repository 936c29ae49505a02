import { expect, test } from "vitest";
import { pointerOn, pointOf } from "./page-pointer.ts";

test("a pointer says its page itself, and comes back where it was", () => {
  const point = pointOf(pointerOn({ page: 3, x: 0.25, y: 0.5 }));
  expect(point).toEqual({ page: 3, x: 0.25, y: 0.5 });
  expect(pointOf(pointerOn({ page: 2, x: 1, y: 1 }))?.page).toBe(2);
});

test("what is no place on a page is none", () => {
  expect(pointOf(undefined)).toBeUndefined();
  expect(pointOf({ x: 300, y: 40 })).toBeUndefined();
  expect(pointOf({ x: 0.5, y: -0.1 })).toBeUndefined();
});
