import { expect, test } from "vitest";
import { lookOfView, type StackLook, viewOfLook } from "./stack-look.ts";

const fitted: StackLook = {
  window: { centre: 40, width: 400 },
  isInverted: true,
  degrees: 90,
  isMirrored: false,
  part: undefined,
};
const part = { middle: [127.5, 64], zoom: 2.5 } as const;

test.each<StackLook>([
  fitted,
  { ...fitted, isInverted: false, isMirrored: true, part },
  { ...fitted, window: undefined },
])("how somebody sees a stack comes to the others as it was: %j", (look) => {
  expect(lookOfView(viewOfLook(look))).toEqual(look);
});

test("what another viewer says of its view is not taken for a stack's", () => {
  expect(lookOfView(undefined)).toBeUndefined();
  expect(lookOfView({ x: 0.5, y: 0.3 })).toBeUndefined();
});

test("numbers that no window and no size can have are left out", () => {
  const { window: none, part: nowhere } =
    lookOfView({ inverted: 0, degrees: -90, mirrored: 0, centre: 1, width: 0, zoom: -1, x: 1, y: 1 }) ?? {};
  expect([none, nowhere]).toEqual([undefined, undefined]);
  expect(lookOfView({ inverted: 0, degrees: -90, mirrored: 0 })?.degrees).toBe(270);
});
