import { pageAnchorLimits, type Rectangle } from "@consilium/workspace";
import { expect, test } from "vitest";
import { around, linesOf, partOfPage, turnBy, turned, type Turns, upright, within } from "./rectangles.ts";

const every: readonly Turns[] = [0, 1, 2, 3];
const mark: Rectangle = [0.1, 0.2, 0.3, 0.05];

test("what is turned and set upright again is where it was, for every turn", () => {
  for (const by of every)
    upright(turned(mark, by), by).forEach((part, at) => expect(part).toBeCloseTo(mark[at] ?? NaN, 10));
});

test("a quarter turn to the right takes the top left corner to the top right one", () => {
  expect(turned([0, 0, 0.2, 0.1], 1)).toEqual([0.9, 0, 0.1, 0.2]);
  expect(turned([0, 0, 0.25, 0.5], 2)).toEqual([0.75, 0.5, 0.25, 0.5]);
  expect(turned([0, 0, 0.2, 0.125], 3)).toEqual([0, 0.8, 0.125, 0.2]);
  expect(turnBy(3, 1)).toBe(0);
  expect(turnBy(0, -1)).toBe(3);
});

test("a box on the screen is a part of the upright page, however the page is turned", () => {
  const page = { left: 100, top: 50, width: 400, height: 200 };
  expect(partOfPage({ left: 140, top: 70, width: 80, height: 20 }, page, 0)).toEqual([0.1, 0.1, 0.2, 0.1]);
  // The page stands on its side: what is at the screen's left is at its bottom.
  expect(partOfPage({ left: 100, top: 50, width: 40, height: 100 }, page, 1)).toEqual([0, 0.9, 0.5, 0.1]);
});

test("only what lies on the page counts, and nothing of it is no part", () => {
  const page = { left: 0, top: 0, width: 100, height: 100 };
  expect(partOfPage({ left: -50, top: 90, width: 100, height: 50 }, page, 0)).toEqual([0, 0.9, 0.5, 0.1]);
  expect(partOfPage({ left: 120, top: 10, width: 10, height: 10 }, page, 0)).toBeUndefined();
  expect(partOfPage({ left: 10, top: 10, width: 0, height: 10 }, page, 0)).toBeUndefined();
  expect(partOfPage({ left: 0, top: 0, width: 9, height: 9 }, { ...page, width: 0 }, 0)).toBeUndefined();
});

test("the pieces of a line are one rectangle; the next line and the next column are others", () => {
  const line: readonly Rectangle[] = [
    [0.1, 0.1, 0.1, 0.02],
    [0.2, 0.101, 0.1, 0.02],
  ];
  const next: Rectangle = [0.1, 0.13, 0.2, 0.02];
  const column: Rectangle = [0.6, 0.1, 0.2, 0.02];
  expect(linesOf([...line, next, column])).toEqual([[0.1, 0.1, 0.2, 0.021], next, column]);
});

test("more lines than an anchor may have are put together, and none is left out", () => {
  const lines = Array.from({ length: 150 }, (_, at): Rectangle => [0.1, at / 200, 0.5, 0.004]);
  const joined = linesOf(lines);
  expect(joined.length).toBeLessThanOrEqual(pageAnchorLimits.rectangles);
  expect(around(joined)).toEqual(around(lines));
});

test("a rectangle within another one is given as a part of that", () => {
  const [left, top, width, height] = within([0.2, 0.3, 0.1, 0.1], [0.1, 0.2, 0.4, 0.2]);
  expect([left, top, width, height].map((part) => Number(part.toFixed(6)))).toEqual([0.25, 0.5, 0.25, 0.5]);
});
