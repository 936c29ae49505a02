import { expect, test } from "vitest";
import { clashesOf, type Kept, shownOf, withChange, withoutMine } from "./unsaved.ts";

type Name = "findings" | "options";
const kept = (version: number, findings: string, options: string): Kept<Name> => ({
  version,
  fields: { findings, options },
});
const first = kept(1, "Side: […]", "Wait");

test("what was typed back is no change", () => {
  const mine = withChange<Name>(undefined, first, { findings: "Level: […]" });
  expect(mine?.mine).toEqual({ findings: "Level: […]" });
  expect(withChange(mine, first, { findings: "Side: […]" })).toBeUndefined();
});

test("what only the other changed is shown, and where both wrote mine is shown and told as a clash", () => {
  const mine = withChange<Name>(undefined, first, { findings: "Level: […]" });
  const apart = kept(2, "Side: […]", "Operate");
  expect(shownOf(mine, apart)).toEqual({ findings: "Level: […]", options: "Operate" });
  expect(clashesOf(mine, apart)).toEqual([]);
  const both = kept(2, "Side and level: […]", "Wait");
  expect(shownOf(mine, both)).toEqual({ findings: "Level: […]", options: "Wait" });
  expect(clashesOf(mine, both)).toEqual(["findings"]);
});

test("the same change made twice is no clash, and neither is a newer version that leaves mine alone", () => {
  const mine = withChange<Name>(undefined, first, { findings: "Level: […]" });
  expect(clashesOf(mine, kept(2, "Level: […]", "Wait"))).toEqual([]);
  expect(clashesOf(mine, kept(9, "Side: […]", "Wait"))).toEqual([]);
});

test("typing what stood there before somebody else saved keeps it mine", () => {
  const mine = withChange<Name>(undefined, first, { findings: "Level: […]" });
  const newer = kept(2, "Side and level: […]", "Wait");
  const back = withChange(mine, newer, { findings: "Side: […]" });
  expect(shownOf(back, newer).findings).toBe("Side: […]");
  expect(clashesOf(back, newer)).toEqual(["findings"]);
});

test("taking theirs lets go of mine in that field alone", () => {
  const mine = withChange<Name>(undefined, first, { findings: "Level: […]", options: "Ask again" });
  const newer = kept(2, "Side and level: […]", "Wait");
  const left = mine && withoutMine(mine, "findings");
  expect(shownOf(left, newer)).toEqual({ findings: "Side and level: […]", options: "Ask again" });
  expect(left && withoutMine(left, "options")).toBeUndefined();
});
