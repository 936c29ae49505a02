import { parseAnchor } from "@consilium/workspace";
import { expect, test } from "vitest";
import { drawingOfMark } from "../mark-anchor.ts";
import { element } from "../testing-frames.ts";
import { placeName, placeOf } from "../use-viewing.ts";
import { pointAnchor, pointOfVoxel, voxelOfAnchor } from "./mpr-place.ts";
import { toPatientFrom } from "./slice-volume.ts";
import { stackOf, volumeIn } from "./testing-stack.ts";

const record = "01JABCDEFGHJKMNPQRSTVWXYZ0";
const series = stackOf(5);
const volume = volumeIn(series);

test("a point is kept on the slice that it lies on, and is found there again", () => {
  const anchor = pointAnchor(record, series, volume, [4, 2, 3], "120 HU");
  if (!anchor) throw new Error("No anchor");
  expect(anchor.instance).toBe("2.25.1.3");
  expect(anchor.mark?.points).toEqual([[-6.8, -18.6, 7.5]]);
  expect(parseAnchor({ ...anchor })).toEqual(anchor);
  const [frame] = volume.frames.slice(3);
  const drawing = anchor.mark && frame && drawingOfMark(anchor.mark, frame);
  expect(drawing?.points[0]?.map(Math.round)).toEqual([4, 2]);
  expect(voxelOfAnchor(volume, series, anchor, [0, 0, 0])).toEqual([4, 2, 3]);
});

test("a whole slice is gone to without leaving the point of it that is looked at", () => {
  const anchor = pointAnchor(record, series, volume, [4, 2, 3], null);
  if (!anchor) throw new Error("No anchor");
  expect(voxelOfAnchor(volume, series, { ...anchor, mark: null }, [1, 1, 0])).toEqual([1, 1, 3]);
  expect(voxelOfAnchor(volume, series, { ...anchor, series: "2.25.77" }, [1, 1, 0])).toBeUndefined();
});

test("nothing is kept of a slice whose file is not named", () => {
  const unnamed = stackOf(5, () => ({ "00091001": element("LO") }));
  expect(pointAnchor(record, unnamed, volumeIn(unnamed), [1, 1, 1], null)).toBeUndefined();
});

test("who follows comes to the same point; the place of it is a word of a presence", () => {
  const point = pointOfVoxel(volume, [4, 2, 3]);
  expect(point?.map((part) => part.toFixed(1))).toEqual(
    toPatientFrom(volume, [4, 2, 3]).map((part) => part.toFixed(1)),
  );
  const longest = "1.".repeat(31).concat("22");
  const name = placeName(longest, { instance: longest, frame: 99_999 }, [-1234.5, -1234.5, -1234.5]);
  expect(name.length).toBeLessThanOrEqual(200);
  expect(placeOf(name)?.point).toEqual([-1234.5, -1234.5, -1234.5]);
  expect(placeOf(placeName("1.2", { instance: "3.4", frame: 5 }))?.point).toBeUndefined();
  expect(placeOf("1.2/3.4/5/at/1,2")).toBeUndefined();
});
