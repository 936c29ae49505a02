import { expect, test } from "vitest";
import { reportOn } from "./report.ts";
import { handsOf, runTrial } from "./trial.ts";

test("phrases are found again after random edits of a real editor, and none is shown in a wrong place", () => {
  const seen = Array.from({ length: 12 }, (_, nth) => runTrial(500 + nth, 25, 12, handsOf(500 + nth))).flat();
  const { standing, found, misplaced } = reportOn(seen, 25);
  expect(standing).toBeGreaterThan(200);
  expect(misplaced).toBe(0);
  expect(found / standing).toBeGreaterThanOrEqual(0.99);
});
