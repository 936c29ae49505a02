import { expect, test } from "vitest";
import { placePlates, plateHeight } from "../drawn/plates.ts";
import { sideBoxes } from "./side-boxes.ts";

const room = { size: [400, 300], taken: [] } as const;

test("no plate covers another, and one that is alone stays where it is", () => {
  const placed = placePlates(
    [
      { x: 0, y: 0, width: 100 },
      { x: 50, y: 5, width: 100 },
      { x: 20, y: 10, width: 60 },
      { x: 300, y: 3, width: 50 },
    ],
    room,
  );
  expect(placed.map(({ y }) => y)).toEqual([0, 22, 44, 3]);
});

test("a plate is not cut by the edge of the picture, and goes up where there is no room below", () => {
  const [right, first, second] = placePlates(
    [
      { x: 380, y: 100, width: 120 },
      { x: 10, y: 295, width: 80 },
      { x: 10, y: 290, width: 80 },
    ],
    room,
  );
  expect(right).toEqual({ x: 280, y: 100, width: 120 });
  expect(first?.y).toBe(280);
  expect(second?.y).toBe(258);
});

test("a plate leaves the letters of the sides free", () => {
  const taken = sideBoxes(room.size);
  for (const { x, y } of taken) {
    const [plate] = placePlates([{ x: x - 20, y, width: 90 }], { ...room, taken });
    if (!plate) throw new Error("No plate");
    const covers = taken.some(
      (box) => plate.x < box.x + box.width && box.x < plate.x + 90 && Math.abs(plate.y - box.y) < plateHeight,
    );
    expect(covers).toBe(false);
  }
});
