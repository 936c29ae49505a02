import { orientationLetters } from "@consilium/workspace";
import { expect, test } from "vitest";
import { fromScreen, toScreen } from "../../drawn/affine.ts";
import type { Drawing } from "../../drawn/drawing.ts";
import { toPatient } from "../image-plane.ts";
import { element } from "../testing-frames.ts";
import { fitted, pannedBy, unmoved, zoomedBy } from "./plane-fit.ts";
import { pixelOfVoxel, planeAt, planeNames, planesOf, voxelOfPixel } from "./plane-view.ts";
import { resliced, type SliceValues } from "./reslice.ts";
import { type SliceVolume, toPatientFrom } from "./slice-volume.ts";
import { stackOf, volumeIn } from "./testing-stack.ts";
import { inPlane } from "./use-plane-marks.ts";

const at = (x: number, y: number, z: number) => ({ "00200032": element("DS", x, y, z) });

/** Every voxel says where it is: 100 times the slice, 10 times the row, and the column. */
function numbered({ size: [columns, rows] }: SliceVolume) {
  return (slice: number): SliceValues => ({
    stored: Array.from(
      { length: columns * rows },
      (_, place) => 100 * slice + 10 * Math.floor(place / columns) + (place % columns),
    ),
    slope: 1,
    intercept: 0,
  });
}

const sides = (volume: SliceVolume) =>
  planeNames.map((name) => {
    const { alongRow, downColumn } = planeAt(volume, planesOf(volume)[name], 0);
    return `${orientationLetters(alongRow)}${orientationLetters(downColumn)}`;
  });

test("the three planes hang by custom, whichever way the slices were recorded", () => {
  expect(sides(volumeIn(stackOf(5)))).toEqual(["LP", "LF", "PF"]);
  expect(sides(volumeIn(stackOf(5, (slice) => at(0, 0, -2 * slice))))).toEqual(["LP", "LF", "PF"]);
  const coronal = stackOf(5, (slice) => ({
    "00200037": element("DS", -1, 0, 0, 0, 0, 1),
    ...at(0, slice * 4, 0),
  }));
  expect(sides(volumeIn(coronal))).toEqual(["LP", "LF", "PF"]);
});

test("a plane is named after the one of the patient that it comes nearest to, and says that it leans", () => {
  const sagittal = volumeIn(
    stackOf(5, (slice) => ({ "00200037": element("DS", 0, 1, 0, 0, 0, -1), ...at(slice * 3, 0, 0) })),
  );
  const planes = planesOf(sagittal);
  expect(planes.sagittal.across).toBe(2);
  expect(planes.sagittal.isOblique).toBe(false);
  const [cosine, sine] = [Math.cos(0.5), Math.sin(0.5)];
  const leaning = planesOf(
    volumeIn(
      stackOf(5, (slice) => ({
        "00200037": element("DS", 1, 0, 0, 0, cosine, sine),
        ...at(0, -slice * 2 * sine, slice * 2 * cosine),
      })),
    ),
  );
  expect([leaning.axial.across, leaning.axial.isOblique]).toEqual([2, true]);
  expect(leaning.sagittal.isOblique).toBe(false);
});

test("a cut shows the values that were recorded, each at its place", () => {
  const volume = volumeIn(stackOf(3));
  const { axial, coronal, sagittal } = planesOf(volume);
  const values = numbered(volume);
  expect([...resliced(volume, values, axial, 1)].slice(0, 7)).toEqual([100, 101, 102, 103, 104, 105, 110]);
  // From the head down: the last slice is the first row.
  expect([...resliced(volume, values, coronal, 2)].slice(0, 7)).toEqual([220, 221, 222, 223, 224, 225, 120]);
  expect([...resliced(volume, values, sagittal, 5)]).toEqual([
    205, 215, 225, 235, 105, 115, 125, 135, 5, 15, 25, 35,
  ]);
});

test("slices in the other order give the same picture", () => {
  const up = volumeIn(stackOf(3));
  const down = volumeIn(stackOf(3, (slice) => at(-10, -20, (2 - slice) * 2.5)));
  const flipped = (slice: number) => numbered(up)(2 - slice);
  for (const name of planeNames) {
    const across = planesOf(up)[name].across;
    const index = across === 2 ? [0, 2] : [1, 1];
    expect([...resliced(down, flipped, planesOf(down)[name], index[1] ?? 0)]).toEqual([
      ...resliced(up, numbered(up), planesOf(up)[name], index[0] ?? 0),
    ]);
  }
});

test("values are rescaled, and what has not come is left out", () => {
  const volume = volumeIn(stackOf(3));
  const { coronal } = planesOf(volume);
  const values = (slice: number) =>
    slice === 1 ? undefined : { ...numbered(volume)(slice), slope: 2, intercept: -1000 };
  const cut = resliced(volume, values, coronal, 0);
  expect([cut[0], cut[12]]).toEqual([-600, -1000]);
  expect([...cut].slice(6, 12).every(Number.isNaN)).toBe(true);
});

test("a pixel of a plane, its voxel and its place in the patient are the same place", () => {
  const volume = volumeIn(stackOf(5, (slice) => at(-10, -20, -2.5 * slice)));
  for (const view of Object.values(planesOf(volume))) {
    const voxel = voxelOfPixel(view, 2, [1, 3]);
    expect(pixelOfVoxel(view, voxel)).toEqual([1, 3]);
    const onPlane = toPatient(planeAt(volume, view, 2), [1, 3]);
    const inVolume = toPatientFrom(volume, voxel);
    for (const [axis, part] of onPlane.entries()) expect(part).toBeCloseTo(inVolume[axis] ?? Number.NaN, 9);
  }
});

test("a millimetre is as long down as across, however far apart the slices are", () => {
  const volume = volumeIn(stackOf(5));
  const { coronal } = planesOf(volume);
  const affine = fitted(volume, coronal, [300, 400], unmoved);
  if (!affine) throw new Error("No room");
  expect(affine.a / 0.8).toBeCloseTo(affine.d / 2.5, 9);
  // All of it fits, and its middle is the middle.
  expect(toScreen(affine, [2.5, 2])).toEqual([150, 200]);
  expect(toScreen(affine, [-0.5, 0])[0]).toBeGreaterThanOrEqual(0);
  expect(toScreen(affine, [0, -0.5])[1]).toBeGreaterThanOrEqual(0);
  expect(fitted(volume, coronal, [0, 400], unmoved)).toBeUndefined();
});

test("a plane that is enlarged keeps its middle, also after it was moved, and has limits", () => {
  const volume = volumeIn(stackOf(5));
  const { axial } = planesOf(volume);
  const moved = pannedBy(unmoved, [30, -20]);
  const [before, after] = [moved, zoomedBy(moved, 2)].map((move) => fitted(volume, axial, [300, 300], move));
  if (!before || !after) throw new Error("No room");
  const middle = fromScreen(before, [150, 150]);
  const [x, y] = toScreen(after, middle);
  expect([x, y].map((part) => part.toFixed(6))).toEqual(["150.000000", "150.000000"]);
  expect(zoomedBy(unmoved, 1000).zoom).toBe(20);
});

test("a mark of a slice stands in the plane of the slices, a point in each plane through it", () => {
  const { axial, coronal, sagittal } = planesOf(volumeIn(stackOf(5)));
  const length: Drawing = {
    tool: "length",
    points: [
      [1, 1],
      [4, 2],
    ],
  };
  expect(inPlane(length, 3, axial, 3)?.points).toEqual(length.points);
  expect(inPlane(length, 3, axial, 2)).toBeUndefined();
  expect(inPlane(length, 3, coronal, 1)).toBeUndefined();
  const point: Drawing = { tool: "probe", points: [[4.2, 2]] };
  expect(inPlane(point, 3, coronal, 2)?.points).toEqual([[4.2, 1]]);
  expect(inPlane(point, 3, sagittal, 4)?.points).toEqual([[2, 1]]);
  expect(inPlane(point, 3, sagittal, 3)).toBeUndefined();
});
