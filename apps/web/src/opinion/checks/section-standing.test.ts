import type { Check } from "@consilium/clinical";
import { expect, test } from "vitest";
import { sectionStanding } from "./section-standing.ts";

const check = (level: Check["level"], state: Check["state"]): Check => ({
  rule: "recommendation-without-owner",
  level,
  state,
  target: { section: "recommendations" },
});
const begun = { isBegun: true, isVisited: false };

test("what must be done stands before what is to be looked at, and both before how far a section is", () => {
  const checks = [check("look", "open"), check("must", "open")];
  expect(sectionStanding("recommendations", checks, begun)).toEqual({ open: "must" });
  expect(sectionStanding("recommendations", checks.slice(0, 1), begun)).toEqual({ open: "look" });
});

test("met points and points of other sections do not count", () => {
  expect(sectionStanding("recommendations", [check("must", "met")], begun)).toEqual({ state: "done" });
  expect(sectionStanding("plain", [check("must", "open")], begun)).toEqual({ state: "done" });
});

test("an empty section is not begun, and one in which somebody writes is not done", () => {
  expect(sectionStanding("plain", [], { isBegun: false, isVisited: false })).toEqual({ state: "not-begun" });
  expect(sectionStanding("plain", [], { isBegun: true, isVisited: true })).toEqual({ state: "in-progress" });
});
