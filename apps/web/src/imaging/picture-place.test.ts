import { expect, test } from "vitest";
import { fromScreen, type ScreenPoint, toScreen } from "../drawn/affine.ts";
import {
  enlarged,
  mirrored,
  moved,
  type PicturePose,
  placeOfPicture,
  poseOfLook,
  turned,
  unmoved,
} from "./picture-place.ts";

const picture = { columns: 100, rows: 50, spacing: { row: 1, column: 1 } };
const size: ScreenPoint = [400, 400];

/** Where pixels lie, to a thousandth of a pixel. */
function places(pose: PicturePose, pixels: readonly (readonly [number, number])[], of = picture) {
  const affine = placeOfPicture(of, size, pose);
  if (!affine) throw new Error("No room");
  return pixels.map((pixel) => toScreen(affine, pixel).map((part) => Math.round(part * 1000) / 1000 + 0));
}

/** The corners of the picture, outside of its first and last pixels' centres, clockwise from the first. */
const corners = [
  [-0.5, -0.5],
  [99.5, -0.5],
  [99.5, 49.5],
  [-0.5, 49.5],
] as const;

test("a picture fits whole into the middle of its element", () => {
  expect(places(unmoved, corners)).toEqual([
    [0, 100],
    [400, 100],
    [400, 300],
    [0, 300],
  ]);
  expect(placeOfPicture(picture, [0, 400], unmoved)).toBeUndefined();
});

test("a millimetre is as long down as across", () => {
  const tall = { ...picture, spacing: { row: 2, column: 1 } };
  expect(places(unmoved, corners, tall)).toEqual([
    [0, 0],
    [400, 0],
    [400, 400],
    [0, 400],
  ]);
});

test("a picture is turned to the right, and fits as it lies", () => {
  const right = turned(unmoved);
  expect(places(right, corners)).toEqual([
    [300, 0],
    [300, 400],
    [100, 400],
    [100, 0],
  ]);
  expect(turned(turned(turned(right)))).toEqual({ ...unmoved, pan: [-0, -0].map((part) => part + 0) });
});

test("left and right are exchanged as they are on screen, also of a picture that was turned and moved", () => {
  const before = moved(turned(unmoved), [30, 10]);
  for (const pose of [unmoved, before, mirrored(before)]) {
    const across = places(pose, corners).map(([x = 0, y]) => [400 - x, y]);
    expect(places(mirrored(pose), corners)).toEqual(across);
  }
});

test("what stands in the middle stays there when the picture is enlarged or turned", () => {
  const before = moved(unmoved, [-120, 40]);
  const middle = [79.5, 14.5] as const;
  for (const pose of [before, enlarged(before, 3), turned(before), turned(enlarged(before, 0.5))])
    expect(places(pose, [middle])).toEqual([[200, 200]]);
  expect(enlarged(unmoved, 1000).zoom).toBe(20);
  expect(enlarged(unmoved, 0.001).zoom).toBe(0.2);
});

test.each([unmoved, turned(unmoved), mirrored(turned(unmoved))])(
  "what is in the middle of somebody's screen is in the middle of a smaller one, as large beside the whole",
  (pose) => {
    const theirs = moved(enlarged(pose, 3), [30, -12]);
    const { zoom, turns, isMirrored } = theirs;
    const affine = placeOfPicture(picture, size, theirs);
    if (!affine) throw new Error("No room");
    const middle = fromScreen(affine, [200, 200]);
    const small: ScreenPoint = [150, 80];
    const mine = poseOfLook(picture, small, { degrees: 90 * turns, isMirrored, part: { middle, zoom } });
    expect(mine).toMatchObject({ zoom, turns, isMirrored });
    const there = placeOfPicture(picture, small, mine);
    const [x, y] = there ? toScreen(there, middle) : [];
    expect([x, y]).toEqual([expect.closeTo(75), expect.closeTo(40)]);
  },
);

test("whoever sees all of it is followed into all of it", () => {
  const look = { degrees: 270, isMirrored: true, part: undefined };
  expect(poseOfLook(picture, size, look)).toEqual({ ...unmoved, turns: 3, isMirrored: true });
});
