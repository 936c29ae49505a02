import { expect, test } from "vitest";
import { cutAtMarks } from "./cut-at-marks.ts";
import type { ReadingMark } from "./reading-threads.ts";

const where = { section: "plain" };
const mark = (id: string, start: number, end: number, isOpen = false): ReadingMark => ({
  id,
  where,
  start,
  end,
  colour: "plum",
  isOpen,
});
const run = { type: "text" as const, text: "only the parts with tumour", offset: 100 };

const piecesOf = (marks: readonly ReadingMark[]) =>
  cutAtMarks(run, marks).map(({ text, mark: found }) => [text, found?.id]);

test("words without a thread stay whole", () => {
  expect(piecesOf([])).toEqual([["only the parts with tumour", undefined]]);
  expect(piecesOf([mark("elsewhere", 0, 100)])).toEqual([["only the parts with tumour", undefined]]);
});

test("a run is cut where a thread's words begin and end, also when they reach beyond it", () => {
  expect(piecesOf([mark("a", 105, 114), mark("b", 120, 400)])).toEqual([
    ["only ", undefined],
    ["the parts", "a"],
    [" with ", undefined],
    ["tumour", "b"],
  ]);
});

test("where two threads overlap the open one is shown, else the shorter one", () => {
  const [long, short] = [mark("long", 100, 126), mark("short", 105, 108)];
  expect(piecesOf([long, short])[1]).toEqual(["the", "short"]);
  expect(piecesOf([{ ...long, isOpen: true }, short]).map(([, id]) => id)).toEqual(["long", "long", "long"]);
});
