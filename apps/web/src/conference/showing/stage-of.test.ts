import { expect, test } from "vitest";
import { followedIn, type Looking, stageOf } from "./stage-of.ts";

const looking = (given: Partial<Looking>): Looking => ({
  own: "ada",
  presented: null,
  chosen: undefined,
  left: undefined,
  ...given,
});
const byBen = { seat: "ben", item: "ct" };

test("nobody shows anything: one sees what one opened, or nothing", () => {
  expect(stageOf(looking({}))).toEqual({ is: "empty" });
  expect(stageOf(looking({ chosen: "mri" }))).toEqual({ is: "own", item: "mri" });
});

test("whoever shows something is followed at once, whatever lay open before", () => {
  const stage = stageOf(looking({ presented: byBen, chosen: "mri" }));
  expect(stage).toEqual({ is: "following", by: "ben", item: "ct" });
  expect(followedIn(stage)).toBe("ben");
});

test("who looks away sees the same item by themselves, or another one; and is not drawn along when the other turns a page", () => {
  const stage = stageOf(looking({ presented: byBen, left: { seat: "ben" } }));
  expect(stage).toEqual({ is: "apart", by: "ben", shown: "ct", item: "ct" });
  expect(followedIn(stage)).toBeUndefined();
  const elsewhere = looking({
    presented: { seat: "ben", item: "slide" },
    left: { seat: "ben" },
    chosen: "mri",
  });
  expect(stageOf(elsewhere)).toEqual({ is: "apart", by: "ben", shown: "slide", item: "mri" });
});

test("who looks away goes on with what they looked at, whatever they had opened before and the other opens then", () => {
  const left = { seat: "ben", item: "ct" };
  const stage = stageOf(looking({ presented: { seat: "ben", item: "slide" }, left, chosen: "mri" }));
  expect(stage).toEqual({ is: "apart", by: "ben", shown: "slide", item: "ct" });
});

test("who left one presenter follows the next", () => {
  expect(stageOf(looking({ presented: { seat: "cy", item: "ct" }, left: { seat: "ben" } }))).toMatchObject({
    is: "following",
    by: "cy",
  });
});

test("one's own showing follows nobody; nothing is followed before it was chosen", () => {
  expect(stageOf(looking({ presented: { seat: "ada", item: "ct" }, left: { seat: "ben" } }))).toEqual({
    is: "showing",
    item: "ct",
  });
  expect(followedIn(stageOf(looking({ presented: { seat: "ben", item: null } })))).toBeUndefined();
});
