import { expect, test } from "vitest";
import { mostCharts, withChosen } from "./trend-choice.ts";

test("a test that is chosen again is no longer drawn", () => {
  expect(withChosen(["cea"], "alt")).toEqual(["cea", "alt"]);
  expect(withChosen(["cea", "alt"], "cea")).toEqual(["alt"]);
});

test("beyond the most charts, the one chosen first goes", () => {
  const full = Array.from({ length: mostCharts }, (_, at) => String(at));
  const [, ...rest] = full;
  expect(withChosen(full, "more")).toEqual([...rest, "more"]);
});
