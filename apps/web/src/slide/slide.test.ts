import { expect, test } from "vitest";
import { keyOfSlideTool, slideAct } from "./slide-keys.ts";
import { boxAround, pointsOf, sightName, sightOf } from "./slide-place.ts";
import { measureOnSlide, slideBar, timesAt, zoomFor } from "./slide-scale.ts";

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

test("forty times is one pixel of a slide of 0.25 µm on one of the screen, and is read back as that", () => {
  expect(zoomFor(40, 0.25)).toBe(1);
  expect(zoomFor(10, 0.5)).toBe(0.5);
  expect(timesAt(zoomFor(2.5, 0.23), 0.23)).toBeCloseTo(2.5);
});

test("the bar has a round length that fits, in micrometres and from a thousand on in millimetres", () => {
  expect(slideBar(1, 0.25, 140)).toEqual({ length: 20, unit: "um", pixels: 80 });
  expect(slideBar(0.01, 0.25, 140)).toEqual({ length: 2, unit: "mm", pixels: 80 });
  expect(slideBar(1000, 0.25, 100)).toBeUndefined();
});

test("a length and an area are in micrometres, in millimetres, or in pixels where nobody knows the scale", () => {
  const line = {
    tool: "length",
    points: [
      [0, 0],
      [300, 400],
    ],
  } as const;
  expect(measureOnSlide(line, 0.5)).toEqual({ is: "length", unit: "um", value: 250 });
  expect(measureOnSlide(line, 2)).toEqual({ is: "length", unit: "mm", value: 1 });
  expect(measureOnSlide(line, null)).toEqual({ is: "length", unit: "px", value: 500 });
  const box = {
    tool: "rectangle",
    points: [
      [0, 0],
      [1000, 400],
    ],
  } as const;
  expect(measureOnSlide(box, 0.1)).toEqual({ is: "area", unit: "um", value: 4000 });
  expect(measureOnSlide(box, 1)).toEqual({ is: "area", unit: "mm", value: 0.4 });
  expect(
    measureOnSlide(
      {
        tool: "arrow",
        points: [
          [0, 0],
          [9, 9],
        ],
      },
      0.25,
    ),
  ).toBeUndefined();
});

test("a closed line measures what it encloses, whichever way it was drawn", () => {
  const corners = [
    [0, 0],
    [100, 0],
    [100, 50],
    [0, 50],
  ] as const;
  const area = { is: "area", unit: "px", value: 5000 };
  expect(measureOnSlide({ tool: "freehand", points: corners }, null)).toEqual(area);
  expect(measureOnSlide({ tool: "freehand", points: corners.toReversed() }, null)).toEqual(area);
});

test("where somebody looks is said in whole pixels and read back; what is no such place is none", () => {
  const sight = { centre: [18_240.4, -20.2], width: 5800.6, degrees: -90 } as const;
  expect(sightOf(sightName(sight))).toEqual({ centre: [18_240, -20], width: 5801, degrees: -90 });
  for (const name of [
    undefined,
    "",
    "1/2/3",
    "1/2/0/0",
    "1/2/3/4/5",
    "a/b/c/d",
    "1.2/1.2.3/4",
    "99999999/1/1/1",
  ])
    expect(sightOf(name)).toBeUndefined();
});

const mark = (points: readonly (readonly [number, number])[]) =>
  ({
    kind: "slide",
    record: "",
    sha256: "",
    mark: { tool: "rectangle", points, micrometres: null, unit: "px", says: null },
  }) as const;

test("a mark is looked at with its surroundings, and a small one not from nearer than they can be seen", () => {
  expect(
    boxAround(
      mark([
        [1000, 1000],
        [2000, 1400],
      ]),
    ),
  ).toEqual([250, 700, 2500, 1000]);
  expect(
    boxAround(
      mark([
        [1000, 1000],
        [1010, 1010],
      ]),
    ),
  ).toEqual([705, 705, 600, 600]);
});

test("points are kept to a tenth of a pixel, and never as -0", () => {
  expect(
    pointsOf({
      tool: "arrow",
      points: [
        [1.26, -0.01],
        [3, 4],
      ],
    }),
  ).toEqual([
    [1.3, 0],
    [3, 4],
  ]);
});

test("keys are those of the viewer of studies; the arrows move the view, or the place of a mark", () => {
  expect(slideAct({ key: "L", ...plain }, false)).toEqual({ is: "tool", tool: "length" });
  expect(slideAct({ key: "3", ...plain }, false)).toEqual({ is: "magnify", times: 10 });
  expect(slideAct({ key: "6", ...plain }, false)).toBeUndefined();
  expect(slideAct({ key: "ArrowRight", ...plain }, false)).toEqual({ is: "pan", by: [0.1, 0] });
  expect(slideAct({ key: "ArrowRight", ...plain, shiftKey: true }, true)).toEqual({
    is: "move",
    by: [20, 0],
  });
  expect(slideAct({ key: "O", ...plain, shiftKey: true }, false)).toEqual({ is: "turn", degrees: -90 });
  expect(slideAct({ key: "Enter", ...plain }, false)).toBeUndefined();
  expect(slideAct({ key: "e", ...plain, ctrlKey: true }, false)).toBeUndefined();
  expect(keyOfSlideTool("rectangle")).toBe("B");
});
