import { parseAnchor } from "@consilium/workspace";
import { expect, test } from "vitest";
import type { Drawing } from "../drawn/drawing.ts";
import { drawingOfMark, indexOfAnchor, keyImage, markOfDrawing } from "./mark-anchor.ts";
import { framesOfInstance, inOrderOfPosition, openSeries } from "./series-frames.ts";
import { base, ctSlice, element, frameOf } from "./testing-frames.ts";

const record = "01K0000000000000000000CT01";
const drawing: Drawing = {
  tool: "length",
  points: [
    [10.25, 20.5],
    [30, 40],
  ],
};

function seriesOf(...slices: readonly number[]) {
  const sources = slices.map((at) => framesOfInstance(ctSlice(at), base));
  const series = openSeries(sources, "2.25.3", "2.25.4");
  if (!series) throw new Error("No pictures");
  return series;
}

test("a mark is stored in the patient's coordinates and comes back to the same pixels", () => {
  const frame = frameOf(ctSlice(3));
  const mark = markOfDrawing(drawing, frame, "21.4 mm");
  expect(mark.space).toEqual({
    is: "patient",
    frameOfReference: "2.25.9",
    normal: [0, 0, 1],
    up: [0, -1, 0],
  });
  expect(mark.points[1]).toEqual([-156, -132, 7.5]);
  expect(mark).toMatchObject({ unit: "mm", says: "21.4 mm" });
  const back = drawingOfMark(mark, frame);
  expect(back?.points.flat()).toEqual(drawing.points.flat().map((part) => expect.closeTo(part, 2)));
});

test("without a frame of reference a mark is stored in pixels", () => {
  const { "00200052": _, ...rest } = ctSlice(1);
  const frame = frameOf(rest);
  const mark = markOfDrawing(drawing, frame, null);
  expect(mark).toMatchObject({
    space: { is: "pixels" },
    points: [
      [10.25, 20.5, 0],
      [30, 40, 0],
    ],
  });
  expect(drawingOfMark(mark, frame)).toEqual(drawing);
});

test("a mark of another frame of reference is not drawn", () => {
  const mark = markOfDrawing(drawing, frameOf(ctSlice(1)), null);
  expect(drawingOfMark(mark, frameOf(ctSlice(1, { "00200052": element("UI", "2.25.8") })))).toBeUndefined();
});

test("what is made is an anchor for everybody who reads it, and names its slice", () => {
  const series = seriesOf(1, 2, 3);
  const frame = series.frames[1];
  if (!frame) throw new Error("No second slice");
  const anchor = keyImage(record, series, frame);
  if (!anchor) throw new Error("No anchor");
  expect(parseAnchor(JSON.parse(JSON.stringify(anchor)))).toEqual(anchor);
  const marked = { ...anchor, mark: markOfDrawing(drawing, frame, "x".repeat(150)) };
  expect(parseAnchor(JSON.parse(JSON.stringify(marked)))).toEqual(marked);
  expect(indexOfAnchor(series, anchor)).toBe(1);
  expect(indexOfAnchor(series, { ...anchor, instance: "2.25.77" })).toBe(-1);
  expect(indexOfAnchor(series, { ...anchor, series: "2.25.5" })).toBe(-1);
});

test("nothing is anchored in a file whose digest is not known", () => {
  const series = seriesOf(1);
  const { "00091001": _, ...rest } = ctSlice(1);
  expect(keyImage(record, series, frameOf(rest))).toBeUndefined();
});

const heights = (slices: readonly number[]) =>
  inOrderOfPosition(slices.map((at) => frameOf(ctSlice(at)))).map(({ plane }) => plane?.origin[2]);

test("slices are ordered by where they lie, in the server's direction", () => {
  expect(heights([1, 3, 2, 4])).toEqual([2.5, 5, 7.5, 10]);
  expect(heights([4, 2, 3, 1])).toEqual([10, 7.5, 5, 2.5]);
});

const nowhere = (at: number) => {
  const { "00200032": _, ...rest } = ctSlice(at);
  return frameOf(rest);
};

test("pictures that lie nowhere stay as they came", () => {
  expect(inOrderOfPosition([nowhere(3), nowhere(1)]).map(({ instance }) => instance)).toEqual([
    "2.25.1.3",
    "2.25.1.1",
  ]);
});

test("each frame of a loop has its own address; an instance without pictures has none", () => {
  const { frames } = framesOfInstance(ctSlice(1, { "00280008": element("IS", 3) }), base);
  expect(frames.map(({ imageId }) => imageId)).toEqual(
    [1, 2, 3].map((frame) => `wadors:${base}/instances/2.25.1.1/frames/${frame}`),
  );
  expect(framesOfInstance(ctSlice(1, { "00280010": element("US") }), base).frames).toEqual([]);
});
