import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { ctSlice } from "./testing-frames.ts";
import { testSeries, testViewport } from "./testing-panes.ts";
import { useCine } from "./use-cine.ts";

beforeEach(() => void vi.useFakeTimers());

const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

function cine(recorded?: number) {
  const stack = testViewport(testSeries([1, 2, 3, 4].map((at) => ctSlice(at))));
  const hook = renderHook(() => useCine(stack.viewport, recorded));
  return { ...stack, now: () => hook.result.current, unmount: hook.unmount };
}

test("it plays from where one is, around the end, and pauses where it is", () => {
  const { now, index, viewport } = cine(10);
  viewport.go(2);
  act(() => now().toggle());
  pass(100);
  expect(index()).toBe(3);
  pass(100);
  expect([index(), now().isPlaying]).toEqual([0, true]);
  act(() => now().toggle());
  pass(5000);
  expect([index(), now().isPlaying]).toEqual([0, false]);
});

test("a picture that is still on its way is waited for", () => {
  const { now, index, arrive } = cine(10);
  act(() => now().toggle());
  act(() => arrive(false));
  pass(1000);
  expect(index()).toBe(0);
  act(() => arrive(true));
  pass(100);
  expect(index()).toBe(1);
});

test("it begins with the recorded speed, the next that can be chosen, and goes at the one that is chosen", () => {
  const { now, index } = cine(28);
  expect(now().rate).toBe(30);
  act(() => now().setRate(2));
  act(() => now().toggle());
  pass(400);
  expect(index()).toBe(0);
  pass(100);
  expect(index()).toBe(1);
});

test("nothing moves until somebody asks for it, whether or not they want less motion, and nothing when the viewer is left", () => {
  const { now, index, unmount } = cine(30);
  pass(5000);
  expect([index(), now().isPlaying]).toEqual([0, false]);
  act(() => now().toggle());
  unmount();
  pass(5000);
  expect(index()).toBe(0);
});
