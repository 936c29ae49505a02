import { orientationLetters } from "@consilium/workspace";
import { expect, test, vi } from "vitest";
import { affineOf, fromScreen, toScreen } from "../drawn/affine.ts";
import { simplifyLine } from "../drawn/simplify-line.ts";
import { aimed, beginSketch, finished, isDone, placed } from "../drawn/sketch.ts";
import { throttleWrites, writeInterval } from "../drawn/throttled-writes.ts";
import { readDatasets } from "./dicom-json.ts";
import { isRegistered, linkedSlice } from "./linked-slice.ts";
import { scaleBar } from "./scale-bar.ts";
import { ctSlice, element, frameOf } from "./testing-frames.ts";
import { placeName, placeOf } from "./use-viewing.ts";
import { keyAct, keyOfTool } from "./viewer-keys.ts";
import { draggedWindow, fixedWindow, fullWindowOf, nameOfWindow, windowsFor } from "./window-presets.ts";

test("the sides of the patient are named by the strongest parts of a direction", () => {
  expect(orientationLetters([1, 0, 0])).toBe("L");
  expect(orientationLetters([0, -1, 0])).toBe("A");
  expect(orientationLetters([0, 0.5, -0.86])).toBe("FP");
  expect(orientationLetters([0.99, 0.1, 0])).toBe("L");
  expect(orientationLetters([0.6, -0.57, 0.56])).toBe("LA");
});

test("what is mapped to the screen comes back, turned and mirrored too", () => {
  const affine = affineOf(([column, row]) => [300 - 2 * row, 40 - 3 * column]);
  if (!affine) throw new Error("No mapping");
  expect(toScreen(affine, [10, 20])).toEqual([260, 10]);
  expect(fromScreen(affine, [260, 10])).toEqual([10, 20]);
  expect(affineOf(() => [5, 5])).toBeUndefined();
});

test("the scale bar has a round length that fits", () => {
  expect(scaleBar(0.7, 120)).toEqual({ length: 50, pixels: 50 / 0.7 });
  expect(scaleBar(0.001, 120)?.length).toBeUndefined();
  expect(scaleBar(200, 120)?.length).toBe(500);
});

test("a drawn line keeps its corners and never has more points than an anchor", () => {
  const line = Array.from({ length: 100 }, (_, at): [number, number] => [at, at < 50 ? 0 : at - 49]);
  expect(simplifyLine(line, 0.5, 500)).toHaveLength(3);
  const jagged = Array.from({ length: 300 }, (_, at): [number, number] => [at, (at % 2) * 3]);
  expect(simplifyLine(jagged, 0.5, 100).length).toBeLessThanOrEqual(100);
});

test("a sketch is done when all its places are given; too little of a line is no mark", () => {
  const angle = placed(aimed(beginSketch("angle", [0, 0]), [3, 3]), [5, 5]);
  expect(isDone(angle)).toBe(false);
  expect(finished(angle)).toBeUndefined();
  expect(finished(placed(angle, [9, 0]))?.points).toEqual([
    [0, 0],
    [5, 5],
    [9, 0],
  ]);
  expect(isDone(beginSketch("probe", [1, 1]))).toBe(true);
  expect(finished(placed(beginSketch("freehand", [0, 0]), [5, 5]))).toBeUndefined();
});

test("while a mark is moved only the newest place is written, and never twice the same", () => {
  vi.useFakeTimers();
  const written: [string, number][] = [];
  const writes = throttleWrites<number>((id, value) => written.push([id, value]));
  for (let at = 0; at < 10; at += 1) writes.offer("a", at);
  expect(written).toEqual([]);
  vi.advanceTimersByTime(writeInterval);
  expect(written).toEqual([["a", 9]]);
  writes.offer("a", 9);
  writes.flush();
  writes.offer("b", 1);
  writes.forget("b");
  vi.advanceTimersByTime(writeInterval);
  expect(written).toEqual([["a", 9]]);
  vi.useRealTimers();
});

test("another stack goes to the nearest slice in one frame of reference, and nowhere outside it", () => {
  const others = [0, 1, 2, 3].map((at) => frameOf(ctSlice(at)));
  const between = frameOf(ctSlice(0, { "00200032": element("DS", 10, 20, 4.9) }));
  expect(linkedSlice(between, others)).toBe(2);
  const elsewhere = frameOf(ctSlice(1, { "00200052": element("UI", "2.25.8") }));
  expect(linkedSlice(elsewhere, others)).toBeUndefined();
  const across = frameOf(ctSlice(1, { "00200037": element("DS", 0, 1, 0, 0, 0, 1) }));
  expect(linkedSlice(across, others)).toBeUndefined();
  expect(isRegistered(elsewhere, elsewhere)).toBe(true);
});

const press = (key: string, shiftKey = false) => ({
  key,
  shiftKey,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
});

test("the keys of the viewer: slices, windows, tools, marks", () => {
  expect(keyAct(press("ArrowDown"), false)).toEqual({ is: "step", by: 1 });
  expect(keyAct(press("ArrowUp", true), false)).toEqual({ is: "step", by: -10 });
  expect(keyAct(press("6"), false)).toEqual({ is: "window", place: 5 });
  expect(keyAct(press("L", true), false)).toEqual({ is: "tool", tool: "length" });
  expect(keyAct(press("]"), false)).toEqual({ is: "mark", step: 1 });
  expect(keyAct({ ...press("k"), ctrlKey: true }, false)).toBeUndefined();
  expect(keyAct(press("Enter"), false)).toBeUndefined();
  expect(keyOfTool("arrow")).toBe("T");
});

test("while a place is chosen the arrows move it and Enter puts it", () => {
  expect(keyAct(press("ArrowLeft", true), true)).toEqual({ is: "move", by: [-10, 0] });
  expect(keyAct(press("Enter"), true)).toEqual({ is: "place" });
});

test("CT has six windows with a fixed meaning; elsewhere the picture's own values decide", () => {
  expect(windowsFor("CT")).toHaveLength(6);
  expect(windowsFor("MR")).toEqual(["stored", "full"]);
  expect(fixedWindow("lung")).toEqual({ centre: -600, width: 1500 });
  expect(nameOfWindow("CT", { centre: 50.5, width: 349 }, undefined)).toBe("soft-tissue");
  expect(nameOfWindow("CT", { centre: 60, width: 350 }, undefined)).toBeUndefined();
  expect(nameOfWindow("MR", { centre: 300, width: 600 }, { centre: 300, width: 600 })).toBe("stored");
});

test("all values are called so on whichever picture they were taken from, until a hand changes them", () => {
  const full = fullWindowOf(0, 255);
  expect(nameOfWindow("US", full, undefined)).toBe("full");
  expect(nameOfWindow("CT", full, { centre: 50, width: 350 })).toBe("full");
  expect(nameOfWindow("US", draggedWindow(full, [10, 0]), undefined)).toBeUndefined();
});

test("a drag never makes a window of nothing", () => {
  expect(draggedWindow({ centre: 0, width: 400 }, [10, -5])).toEqual({ centre: -5, width: 410 });
  expect(draggedWindow({ centre: 0, width: 10 }, [-500, 0]).width).toBe(1);
});

test("where somebody looks is one word of a presence; anything else is nowhere", () => {
  const name = placeName("1.2.3", { instance: "4.5", frame: 6 });
  expect(placeOf(name)).toEqual({ series: "1.2.3", instance: "4.5", frame: 6, point: undefined });
  expect(placeOf("findings")).toBeUndefined();
  expect(placeOf(undefined)).toBeUndefined();
});

test("an answer that is no DICOM JSON is none; what is no data set in it is left out", () => {
  expect(readDatasets({ refusal: "not-found" })).toBeUndefined();
  expect(readDatasets([{ "00080018": element("UI", "1") }, "text", { "00080018": "1" }])).toHaveLength(1);
});
