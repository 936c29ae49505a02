import { expect, test } from "vitest";
import { layerFor } from "./layer-for.ts";

test.each([
  [120, 0],
  [225, 0],
  [226, 1],
  [450, 1],
  [700, 2],
] as const)("a picture %d pixels high comes in layer %d", (height, layer) => {
  expect(layerFor(height, false)).toBe(layer);
});

test("what is not on screen is not sent: scrolled away, in a window behind, or with pictures turned off", () => {
  expect(layerFor(null, false)).toBeNull();
  expect(layerFor(0, false)).toBeNull();
  expect(layerFor(700, true)).toBeNull();
});
