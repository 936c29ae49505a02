import { expect, test } from "vitest";
import { placePlates } from "./plates.ts";

test("no plate covers another, and one that is alone stays where it is", () => {
  const placed = placePlates([
    { x: 0, y: 0, width: 100 },
    { x: 50, y: 5, width: 100 },
    { x: 20, y: 10, width: 60 },
    { x: 300, y: 3, width: 50 },
  ]);
  expect(placed.map(({ y }) => y)).toEqual([0, 22, 44, 3]);
});
