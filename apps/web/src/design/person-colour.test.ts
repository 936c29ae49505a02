import { expect, test } from "vitest";
import { coloursOf, personColours } from "./person-colour.ts";

test("colours are given out in order, and somebody who comes later changes nobody's colour", () => {
  const before = coloursOf(["ada", "ben"]);
  const after = coloursOf(["ada", "ben", "cyd"]);
  expect([...before.values()]).toEqual(["iris", "rust"]);
  expect(after.get("ada")).toBe(before.get("ada"));
  expect(after.get("cyd")).toBe("moss");
});

test("the eleventh person shares the first one's colour", () => {
  const people = [...personColours, "eleventh"];
  expect(coloursOf(people).get("eleventh")).toBe("iris");
});
