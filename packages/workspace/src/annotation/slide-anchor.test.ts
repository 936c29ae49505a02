import { expect, test } from "vitest";
import { type Anchor, parseAnchor } from "./anchor.ts";
import { slideAnchorLimits } from "./slide-anchor.ts";

const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const mark = {
  tool: "freehand",
  points: [
    [18_240.5, 22_110],
    [18_900, 22_400],
    [18_300, 22_900],
  ],
  micrometres: 0.25,
  unit: "um",
  says: "0.02 mm²",
};
const anchor = { kind: "slide", record: id, sha256: "a".repeat(64), mark };

const parsed = (changed: object): Anchor | undefined =>
  parseAnchor({ ...anchor, mark: { ...mark, ...changed } });

test("a region of a slide is plain JSON and comes back from it", () => {
  expect(parseAnchor(JSON.parse(JSON.stringify(anchor)))).toEqual(anchor);
  expect(parsed({ micrometres: null, unit: "px", says: null })).toMatchObject({ mark: { unit: "px" } });
});

test.for<[string, object]>([
  ["a tool that slides do not have", { tool: "cobb-angle" }],
  ["no point", { points: [] }],
  ["too many points", { points: Array.from({ length: slideAnchorLimits.points + 1 }, () => [1, 1]) }],
  ["a point in space", { points: [[1, 2, 3]] }],
  ["a point that is no number", { points: [[1, Number.NaN]] }],
  ["a point beyond any slide", { points: [[1, 2e6]] }],
  ["micrometres without a scale", { micrometres: null }],
  ["pixels with a scale", { unit: "px" }],
  ["a pixel without a width", { micrometres: 0 }],
  ["a scale in words", { micrometres: "0.25" }],
  ["a measure of 101 letters", { says: "a".repeat(101) }],
])("%s is no mark of a slide", ([, changed]) => {
  expect(parsed(changed)).toBeUndefined();
});

test("without a file's digest, or without a mark, it is no place", () => {
  expect(parseAnchor({ ...anchor, sha256: "abc" })).toBeUndefined();
  expect(parseAnchor({ ...anchor, mark: null })).toBeUndefined();
  expect(parseAnchor({ ...anchor, record: "1" })).toBeUndefined();
});
