import { type Section, sectionsOf } from "@consilium/workspace";
import { expect, test } from "vitest";
import { nextToBuild } from "./next-to-build.ts";

const sections: readonly Section[] = sectionsOf("opinion");

function orderOf(near: readonly Section[], isWhole: boolean): Section[] {
  const built = new Set<Section>(["findings"]);
  const order: Section[] = [];
  for (;;) {
    const next = nextToBuild({ sections, current: "findings", built, near: new Set(near), isWhole });
    if (!next) return order;
    built.add(next);
    order.push(next);
  }
}

test("what is near the screen comes first, from the section that is read outwards, then all the others", () => {
  const order = orderOf(["records", "summary", "assessment"], true);
  expect(order.slice(0, 5)).toEqual(["assessment", "summary", "records", "answers", "options"]);
  expect(order.toSorted()).toEqual(sections.filter((section) => section !== "findings").toSorted());
});

test("on a telephone only what is near is built", () => {
  expect(orderOf(["summary"], false)).toEqual(["summary"]);
});
