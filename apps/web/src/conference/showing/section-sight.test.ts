import { expect, test } from "vitest";
import { placeOfSection, scrollTo, sightAt, sightOfSection } from "./section-sight.ts";

/** The same text on a wide and on a narrow screen. */
const wide = [
  { section: "question", top: -300, height: 200 },
  { section: "findings", top: -100, height: 400 },
  { section: "options", top: 300, height: 200 },
];
const narrow = [
  { section: "question", top: 0, height: 400 },
  { section: "findings", top: 400, height: 900 },
  { section: "options", top: 1300, height: 500 },
];

test("what one reads on a wide screen stands at the edge of a narrow one", () => {
  const seen = sightAt(0, wide);
  expect(seen).toEqual({ section: "findings", part: 0.31 });
  const by = seen ? scrollTo(0, narrow, seen) : undefined;
  expect(by).toBeCloseTo(400 + 0.31 * 900 - 24);
});

test("above the first section it is the first; a text without sections has no place", () => {
  expect(sightAt(0, [{ section: "question", top: 60, height: 100 }])).toEqual({
    section: "question",
    part: 0,
  });
  expect(sightAt(0, [])).toBeUndefined();
  expect(scrollTo(0, narrow, { section: "told", part: 0 })).toBeUndefined();
});

test("a place in a section goes out and comes back; a part that is none is the section's beginning", () => {
  const place = placeOfSection("opinion.1", { section: "options", part: 0.5 });
  expect(sightOfSection("opinion.1", place)).toEqual({ section: "options", part: 0.5 });
  expect(sightOfSection("opinion.2", place)).toBeUndefined();
  expect(
    sightOfSection("opinion.1", { target: "opinion.1", place: "options", view: { part: 7 } })?.part,
  ).toBe(0);
});
