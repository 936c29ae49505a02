import { expect, test } from "vitest";
import { type Drawing, drawingFrom, hitOf, movedHandle } from "../drawn/drawing.ts";
import { measure } from "./measure.ts";
import { type PixelGrid, statisticsOf } from "./pixel-statistics.ts";

const spacing = { row: 0.5, column: 2, unit: "mm" } as const;
const plain = { row: 1, column: 1, unit: "px" } as const;

test("a length counts rows and columns by their own spacing", () => {
  const drawing: Drawing = {
    tool: "length",
    points: [
      [0, 0],
      [3, 16],
    ],
  };
  expect(measure(drawing, spacing, undefined)).toEqual({ is: "length", unit: "mm", length: 10 });
});

test("two diameters say the longer first, however they were drawn", () => {
  const drawing = drawingFrom("bidirectional", [
    [0, 0],
    [10, 0],
  ]);
  expect(measure(drawing, plain, undefined)).toEqual({ is: "diameters", unit: "px", long: 10, short: 5 });
  const grown = movedHandle(movedHandle(drawing, 2, [5, 20]), 3, [5, -20]);
  expect(measure(grown, plain, undefined)).toMatchObject({ long: 40, short: 10 });
});

test("the shorter diameter stays square to the longer when one end is moved", () => {
  const drawing = movedHandle(
    drawingFrom("bidirectional", [
      [0, 0],
      [10, 0],
    ]),
    1,
    [0, 10],
  );
  const [a, b, c, d] = drawing.points;
  if (!a || !b || !c || !d) throw new Error("Four ends");
  expect((b[0] - a[0]) * (d[0] - c[0]) + (b[1] - a[1]) * (d[1] - c[1])).toBeCloseTo(0);
});

test("angles: between two legs, and between two lines whichever way they were drawn", () => {
  const right: Drawing = {
    tool: "angle",
    points: [
      [0, 5],
      [0, 0],
      [5, 0],
    ],
  };
  expect(measure(right, plain, undefined)).toEqual({ is: "angle", degrees: 90 });
  const cobb: Drawing = {
    tool: "cobb-angle",
    points: [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 0],
    ],
  };
  const measured = measure(cobb, plain, undefined);
  expect(measured?.is === "angle" && measured.degrees).toBeCloseTo(45);
});

test.for<[Drawing["tool"], Drawing["points"], number]>([
  [
    "rectangle",
    [
      [0, 0],
      [4, 6],
    ],
    24,
  ],
  [
    "ellipse",
    [
      [0, 0],
      [4, 6],
    ],
    Math.PI * 6,
  ],
  [
    "circle",
    [
      [0, 0],
      [2, 0],
    ],
    Math.PI * 4,
  ],
  [
    "freehand",
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ],
    16,
  ],
])("the area of a %s is that of its pixels", ([tool, points, pixels]) => {
  const measured = measure({ tool, points }, spacing, undefined);
  expect(measured?.is === "area" && measured.area).toBeCloseTo(pixels * spacing.row * spacing.column);
});

test("an unfinished mark measures nothing", () => {
  expect(measure({ tool: "length", points: [[1, 1]] }, plain, undefined)).toBeUndefined();
  expect(
    measure(
      {
        tool: "angle",
        points: [
          [1, 1],
          [2, 2],
        ],
      },
      plain,
      undefined,
    ),
  ).toBeUndefined();
  expect(
    measure(
      {
        tool: "arrow",
        points: [
          [1, 1],
          [2, 2],
        ],
      },
      plain,
      undefined,
    ),
  ).toBeUndefined();
});

const grid: PixelGrid = { columns: 10, rows: 10, at: (index) => index % 10, unit: "HU" };

test("values are those of the pixels whose centre lies inside, and none outside the picture", () => {
  const square: Drawing = {
    tool: "rectangle",
    points: [
      [1.5, 1.5],
      [4.5, 3.5],
    ],
  };
  expect(statisticsOf(square, grid)).toMatchObject({ mean: 3, count: 6, unit: "HU" });
  const partly: Drawing = {
    tool: "rectangle",
    points: [
      [-5, -5],
      [0.5, 0.5],
    ],
  };
  expect(statisticsOf(partly, grid)).toMatchObject({ count: 1, mean: 0, deviation: 0 });
  const outside: Drawing = {
    tool: "rectangle",
    points: [
      [20, 20],
      [30, 30],
    ],
  };
  expect(statisticsOf(outside, grid)).toBeUndefined();
});

test("a probe says the value of its pixel", () => {
  expect(statisticsOf({ tool: "probe", points: [[6.4, 2.2]] }, grid)).toMatchObject({ mean: 6, count: 1 });
  expect(statisticsOf({ tool: "probe", points: [[-1, 2]] }, grid)).toBeUndefined();
});

test("a pointer finds the handle before the line, and nothing far away", () => {
  const drawing: Drawing = {
    tool: "length",
    points: [
      [0, 0],
      [10, 0],
    ],
  };
  expect(hitOf(drawing, [9.5, 0.5], 1)).toBe(1);
  expect(hitOf(drawing, [5, 0.5], 1)).toBe("line");
  expect(hitOf(drawing, [5, 3], 1)).toBeUndefined();
});
