import { expect, test } from "vitest";
import { frameOfNumber } from "./reported-picture.ts";
import { framesOfInstance, openSeries } from "./series-frames.ts";
import { base, ctSlice, element } from "./testing-frames.ts";

const number = (at: number) => ({ "00200013": element("IS", at) });
const seriesOf = (...datasets: Parameters<typeof framesOfInstance>[0][]) => {
  const series = openSeries(
    datasets.map((dataset) => framesOfInstance(dataset, base)),
    "2.25.3",
    "2.25.4",
  );
  if (!series) throw new Error("no pictures");
  return series;
};
const instanceOf = (series: ReturnType<typeof seriesOf>, at: number) => frameOfNumber(series, at)?.instance;

test("a slice is the one with the number that the device gave it, not the one at that place of the stack", () => {
  const slices = [88, 86, 87].map((at) => ctSlice(at, number(at)));
  const series = seriesOf(...slices);
  expect(instanceOf(series, 87)).toBe("2.25.1.87");
  expect(instanceOf(series, 1)).toBeUndefined();
  expect(instanceOf(seriesOf(ctSlice(1)), 1)).toBeUndefined();
});

const frames = (count: number) => ({ "00280008": element("IS", count) });

test("a loop is found by its number and begins with its first picture", () => {
  const place = { "00200032": element("DS"), "00200037": element("DS") };
  const loop = (at: number) => ctSlice(at, { ...number(at), ...frames(30), ...place });
  const series = seriesOf(loop(12), loop(31));
  expect(frameOfNumber(series, 31)).toMatchObject({ instance: "2.25.1.31", frame: 1 });
  expect(frameOfNumber(seriesOf(loop(12)), 12)).toMatchObject({ instance: "2.25.1.12", frame: 1 });
});

const plane = (at: number) => ({
  "00209113": element("SQ", { "00200032": element("DS", 0, 0, at) }),
});

test("slices that came in one file are counted in their order", () => {
  const shared = {
    "52009229": element("SQ", {
      "00209116": element("SQ", { "00200037": element("DS", 1, 0, 0, 0, 1, 0) }),
      "00289110": element("SQ", { "00280030": element("DS", 1, 1) }),
    }),
    "52009230": element("SQ", plane(0), plane(5), plane(10)),
  };
  const series = seriesOf(ctSlice(1, { ...number(1), ...frames(3), ...shared }));
  expect(frameOfNumber(series, 3)?.frame).toBe(3);
  expect(frameOfNumber(series, 4)).toBeUndefined();
});
