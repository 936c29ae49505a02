import { expect, test } from "vitest";
import { placeOfRegion, regionOfPlace } from "./region-presence.ts";

const record = "01K9ZZZZZZZZZZZZZZZZZZZZZZ";

test("a region under somebody's hand comes to the others as it was drawn", () => {
  const region = { page: 12, part: [0.25, 0.5, 0.5, 0.125] } as const;
  expect(regionOfPlace(record, placeOfRegion(record, region))).toEqual(region);
});

test("a region that reaches the page's edge is not lost to rounding", () => {
  const region = { page: 1, part: [0.9, 0.7, 0.1, 0.3] } as const;
  const [left, top, width, height] = regionOfPlace(record, placeOfRegion(record, region))?.part ?? [];
  expect(left).toBe(0.9);
  expect(top).toBe(0.7);
  expect(width).toBeCloseTo(0.1, 10);
  expect(height).toBeCloseTo(0.3, 10);
});

const drawn = (points: [number, number][]) => ({ draft: { tool: "region", points } });
const well: [number, number][] = [
  [0.1, 0.1],
  [0.2, 0.2],
];

test.each([
  ["of another record", { target: "another", place: "page/1", ...drawn(well) }],
  ["on no page", { target: record, place: "page/0", ...drawn(well) }],
  ["at a place without a page", { target: record, ...drawn(well) }],
  ["with nothing drawn", { target: record, place: "page/1" }],
  ["of another tool", { target: record, place: "page/1", draft: { tool: "length", points: well } }],
  ["with one corner", { target: record, place: "page/1", ...drawn([[0.1, 0.1]]) }],
  [
    "beyond the page",
    {
      target: record,
      place: "page/1",
      ...drawn([
        [0.1, 0.1],
        [1.4, 0.2],
      ]),
    },
  ],
  [
    "without a size",
    {
      target: record,
      place: "page/1",
      ...drawn([
        [0.1, 0.1],
        [0.1, 0.2],
      ]),
    },
  ],
])("a presence %s draws nothing", (_what, place) => {
  expect(regionOfPlace(record, place)).toBeUndefined();
});
