import { expect, test } from "vitest";
import type { Scrubber, Step } from "./history-api.ts";
import { barAt, nextStep, previousStep, spanOf, spanOfStep, stepAt } from "./moments.ts";

const at = "2026-11-24T10:00:00Z";
const scrubber: Scrubber = {
  first: 10,
  last: 100,
  bars: [
    { from: 11, to: 40, at, until: at, people: [] },
    { from: 41, to: 100, at, until: at, people: [] },
  ],
  flags: [{ kind: "share", sequence: 30, at, by: "A", name: "care-team" }],
};
const step = (from: number, to: number): Step => ({
  seat: "A",
  places: [],
  from,
  to,
  at,
  until: at,
  edits: 1,
  wordsAdded: 0,
  wordsRemoved: 0,
  words: null,
  fields: [],
});

test("without an address it shows what happened since the last flag", () => {
  expect(spanOf({}, scrubber)).toEqual({ from: 30, to: 100 });
  expect(spanOf({ to: 20 }, scrubber)).toEqual({ from: 10, to: 20 });
});

test("an address beyond what may be seen is brought within it, and never runs backwards", () => {
  expect(spanOf({ from: 0, to: 5000 }, scrubber)).toEqual({ from: 10, to: 100 });
  expect(spanOf({ from: 90, to: 20 }, scrubber)).toEqual({ from: 20, to: 20 });
});

test("a step is shown from just before its first change", () => {
  expect(spanOfStep(step(12, 15))).toEqual({ from: 11, to: 15 });
});

test("steps that overlap are walked in the order in which they ended, each once", () => {
  const steps = [step(11, 50), step(20, 30), step(60, 70)];
  expect(stepAt(steps, 100)?.to).toBe(70);
  expect(stepAt(steps, 5)).toBeUndefined();
  expect(nextStep(steps, 30)?.to).toBe(50);
  expect(previousStep(steps, 50)?.to).toBe(30);
  expect(previousStep(steps, 30)).toBeUndefined();
  expect(nextStep(steps, 70)).toBeUndefined();
});

test("a moment lies in the last bar that had begun", () => {
  expect(barAt(scrubber.bars, 40)).toBe(0);
  expect(barAt(scrubber.bars, 41)).toBe(1);
  expect(barAt(scrubber.bars, 3)).toBe(0);
});
