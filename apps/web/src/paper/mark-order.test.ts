import type { PageAnchor, Rectangle } from "@consilium/workspace";
import { expect, test } from "vitest";
import { inPageOrder, markAt } from "./mark-order.ts";

const mark = (id: string, page: number, ...rectangles: Rectangle[]) => ({
  id,
  anchor: { kind: "page", record: "", sha256: "", page, rectangles, quote: null } satisfies PageAnchor,
});

test("marks are come upon page by page, from the top, then from the left", () => {
  const marks = [
    mark("third", 2, [0.1, 0.1, 0.1, 0.1]),
    mark("second", 1, [0.6, 0.5, 0.1, 0.1]),
    mark("first", 1, [0.1, 0.5, 0.1, 0.1]),
    // Its first rectangle is not its highest.
    mark("before all", 1, [0.1, 0.9, 0.1, 0.1], [0.1, 0.2, 0.1, 0.1]),
  ];
  expect(inPageOrder(marks).map(({ id }) => id)).toEqual(["before all", "first", "second", "third"]);
});

test("a press takes the mark under it, of several the smallest, and nothing beside them", () => {
  const marks = [
    mark("region", 1, [0.1, 0.1, 0.8, 0.8]),
    mark("words", 1, [0.2, 0.2, 0.3, 0.02], [0.2, 0.23, 0.1, 0.02]),
  ];
  expect(markAt(marks, 0.25, 0.24)?.id).toBe("words");
  expect(markAt(marks, 0.25, 0.225)?.id).toBe("region");
  expect(markAt(marks, 0.95, 0.5)).toBeUndefined();
});
