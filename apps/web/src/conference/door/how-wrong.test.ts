// @vitest-environment node

import { expect, test } from "vitest";
import { howWrong } from "./how-wrong.ts";

const minute = 60_000;

test.each([
  [0, undefined],
  [2, undefined],
  [3, { unit: "minutes", count: 3 }],
  [49, { unit: "minutes", count: 49 }],
  [55, { unit: "hours", count: 1 }],
  [60, { unit: "hours", count: 1 }],
  [35 * 60, { unit: "hours", count: 35 }],
  [3 * 24 * 60, { unit: "days", count: 3 }],
])("%d minutes either way", (minutes, wrong) => {
  expect(howWrong(minutes * minute)).toEqual(wrong);
  expect(howWrong(-minutes * minute)).toEqual(wrong);
});
