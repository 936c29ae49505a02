import { expect, test } from "vitest";
import type { Scrubber } from "./history-api.ts";
import { dayMarks, flagMarks } from "./scrubber-marks.ts";

const bars = Array.from({ length: 20 }, (_, n): Scrubber["bars"][number] => {
  const at = `2026-11-${String(n < 10 ? 21 : 22)}T10:00:00Z`;
  return { from: n * 10 + 1, to: n * 10 + 10, at, until: at, people: [] };
});
const flag = (sequence: number, name: string) => ({
  kind: "version" as const,
  sequence,
  at: `2026-11-22T10:00:${String(sequence % 60).padStart(2, "0")}Z`,
  by: "A",
  name,
});

test("flags whose words would lie over each other stand in different lanes", () => {
  const flags = [flag(10, "first"), flag(190, "signed"), flag(195, "shared"), flag(200, "delivered")];
  expect(flagMarks({ first: 0, last: 200, bars, flags }).map(({ lane }) => lane)).toEqual([0, 0, 1, 2]);
});

test("each day is marked once where it begins", () => {
  expect(dayMarks(bars).map(({ x }) => x)).toEqual([0, 50]);
});
