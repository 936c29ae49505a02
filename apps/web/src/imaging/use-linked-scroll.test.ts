import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { ctSlice, element } from "./testing-frames.ts";
import { testHandle, testSeries, testViewport } from "./testing-panes.ts";
import { useLinkedScroll } from "./use-linked-scroll.ts";

const slices = (count: number, apart: number, frameOfReference: string) =>
  testSeries(
    Array.from({ length: count }, (_, at) =>
      ctSlice(at, {
        "00200032": element("DS", 0, 0, at * apart),
        "00200052": element("UI", frameOfReference),
      }),
    ),
  );

function sideBySide(
  [leftSeries, leftAt]: readonly [ReturnType<typeof slices>, number],
  [rightSeries, rightAt]: readonly [ReturnType<typeof slices>, number],
) {
  const [left, right] = [testViewport(leftSeries, leftAt), testViewport(rightSeries, rightAt)];
  const panes = [testHandle(leftSeries, left.viewport), testHandle(rightSeries, right.viewport)] as const;
  const { rerender } = renderHook(({ isLinked }) => useLinkedScroll(panes[0], panes[1], isLinked), {
    initialProps: { isLinked: true },
  });
  return { left, right, link: (isLinked: boolean) => rerender({ isLinked }) };
}

test("of one frame of reference both show the same place, whichever is scrolled, however thick the slices", () => {
  const { left, right } = sideBySide([slices(21, 5, "2.25.9"), 10], [slices(41, 2.5, "2.25.9"), 0]);
  for (let step = 0; step < 5; step += 1) left.viewport.step(1);
  expect([left.index(), right.index()]).toEqual([15, 30]);
  right.viewport.step(-10);
  expect([left.index(), right.index()]).toEqual([10, 20]);
  left.viewport.go(20);
  expect(right.index()).toBe(40);
});

test("linked all the same, two that are not registered stay as far apart as they were, beyond the end of one of them too", () => {
  const { left, right } = sideBySide([slices(40, 5, "2.25.9"), 10], [slices(20, 5, "2.25.10"), 12]);
  left.viewport.go(35);
  expect(right.index()).toBe(19);
  for (let back = 0; back < 20; back += 1) left.viewport.step(-1);
  expect([left.index(), right.index()]).toEqual([15, 17]);
  right.viewport.step(-2);
  expect([left.index(), right.index()]).toEqual([13, 15]);
});

test("unlinked each goes alone; linked again they keep the new distance", () => {
  const { left, right, link } = sideBySide([slices(40, 5, "2.25.9"), 10], [slices(40, 5, "2.25.10"), 10]);
  link(false);
  right.viewport.step(5);
  expect([left.index(), right.index()]).toEqual([10, 15]);
  link(true);
  left.viewport.step(1);
  expect([left.index(), right.index()]).toEqual([11, 16]);
});
