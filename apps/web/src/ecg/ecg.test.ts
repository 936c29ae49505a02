import { standardLeads } from "@consilium/clinical";
import { parseAnchor } from "@consilium/workspace";
import { expect, test } from "vitest";
import { anchorIn } from "./ecg-context.ts";
import { ecgAct, keyOfEcgTool } from "./ecg-keys.ts";
import {
  hasTwelve,
  lastStart,
  layOut,
  momentAt,
  type Paper,
  placeOf,
  type Strip,
  stripAt,
} from "./ecg-sheet.ts";
import { hitOutline, outlineIn } from "./mark-outline.ts";
import { rangeOf, tracePath } from "./trace-path.ts";
import {
  finishedShape,
  markOfShape,
  measureTracing,
  shapeOfMark,
  type TracingShape,
} from "./tracing-mark.ts";
import { draftOf, shapeOfDraft, sightName, sightOf } from "./tracing-place.ts";

const twelve = standardLeads.map((name) => ({ name, unit: "uV", low: -500, high: 1200 }));
const paper: Paper = { width: 261, arrangement: "twelve", speed: 25, gain: 10, from: 0, duration: 10_000 };

function stripOf(name: string, changed: Partial<Paper> = {}): Strip {
  const strip = layOut(twelve, { ...paper, ...changed }).strips.find((one) => one.name === name);
  if (!strip) throw new Error(`no strip ${name}`);
  return strip;
}

test("twelve leads stand in four columns that follow one another in time, above a strip of lead II", () => {
  const { strips, seen } = layOut(twelve, paper);
  expect(seen).toBe(10_000);
  const names = (left: number) => strips.filter((strip) => strip.left === left).map(({ name }) => name);
  const [first = 0] = strips.map(({ left }) => left);
  expect(names(first)).toEqual(["I", "II", "III", "II"]);
  expect(names(first + 62.5)).toEqual(["aVR", "aVL", "aVF"]);
  expect(names(first + 125)).toEqual(["V1", "V2", "V3"]);
  expect(names(first + 187.5)).toEqual(["V4", "V5", "V6"]);
  expect(stripOf("V4")).toMatchObject({ from: 7500, to: 10_000 });
  expect(strips.at(-1)).toMatchObject({ name: "II", from: 0, to: 10_000 });
});

const startOf = (name: string, duration: number) => stripOf(name, { duration }).from;

test("of a beat that is shorter than a column, each lead is seen from its beginning; of five seconds, all show some", () => {
  expect([startOf("I", 1200), startOf("V4", 1200)]).toEqual([0, 0]);
  expect(startOf("V4", 5000)).toBe(2500);
});

test("one square of a millimetre is 40 ms and 0.1 mV, at 50 mm/s and 20 mm/mV half of each", () => {
  const strip = stripOf("I");
  const [x, y] = placeOf(strip, 25, [0, 0]);
  expect(placeOf(strip, 25, [40, 100])).toEqual([x + 1, y - 1]);
  const large = stripOf("I", { speed: 50, gain: 20 });
  const [left, zero] = placeOf(large, 50, [0, 0]);
  expect(placeOf(large, 50, [20, 50])).toEqual([left + 1, zero - 1]);
  expect(momentAt(strip, 25, placeOf(strip, 25, [123, -450]))).toEqual([
    expect.closeTo(123, 6),
    expect.closeTo(-450, 6),
  ]);
});

test("without all twelve leads, one stands below the other; what is no voltage fills its strip", () => {
  const channels = [...twelve.slice(0, 3), { name: "Respiration", unit: "", low: 0, high: 4 }];
  expect(hasTwelve(channels)).toBe(false);
  const { strips } = layOut(channels, paper);
  expect(strips.map(({ name }) => name)).toEqual(["I", "II", "III", "Respiration"]);
  const last = strips[3];
  expect(last && last.rise * 4).toBeCloseTo(last ? last.height * 0.8 : 0);
  const flat = layOut([{ name: "X", unit: "", low: 3, high: 3 }], paper).strips[0];
  expect(flat && placeOf(flat, 25, [0, 3]).every(Number.isFinite)).toBe(true);
});

test("a place on the paper is in the strip under it, and beside all of them in the nearest", () => {
  const sheet = layOut(twelve, paper);
  const v5 = stripOf("V5");
  expect(stripAt(sheet, [v5.left + 5, v5.top + 5])?.name).toBe("V5");
  expect(stripAt(sheet, [v5.left + 5, -50])?.name).toBe("V4");
  expect(stripAt(sheet, [0, v5.top + 5])).toBeDefined();
  expect([lastStart(10_000, 4000), lastStart(1200, 4000)]).toEqual([6000, 0]);
});

test("many samples on one pixel keep the lowest and the highest, in their order", () => {
  const samples = new Float32Array(10_000);
  samples[5001] = 1000;
  samples[5002] = -300;
  const strip = layOut(twelve, { ...paper, arrangement: "column" }).strips[0];
  if (!strip) throw new Error("no strip");
  const path = tracePath({ samples, frequency: 1000 }, strip, 25, 3);
  const heights = [...path.matchAll(/[ML]\S+ (\S+?)(?=[ML]|$)/g)].map(([, y]) => Number(y));
  expect(Math.min(...heights)).toBeCloseTo((strip.zero - 10) * 3, 1);
  expect(Math.max(...heights)).toBeCloseTo((strip.zero + 3) * 3, 1);
  expect(heights.indexOf(Math.min(...heights))).toBeLessThan(heights.indexOf(Math.max(...heights)));
  expect(heights.length).toBeLessThan(4 * 250 * 3);
});

test("where nothing was recorded the line has a gap, and a strip draws only its own time", () => {
  const samples = Float32Array.from({ length: 100 }, (_, at) => (at >= 40 && at < 60 ? Number.NaN : 0));
  const strip = { ...stripOf("I"), from: 0, to: 1000 };
  const path = tracePath({ samples, frequency: 100 }, strip, 25, 4);
  expect(path.match(/M/g)).toHaveLength(2);
  const later = tracePath({ samples, frequency: 100 }, { ...strip, from: 700, to: 800 }, 25, 4);
  expect(later.match(/[ML]/g)).toHaveLength(11);
  expect(rangeOf(samples)).toEqual([0, 0]);
  expect(rangeOf(Float32Array.of(Number.NaN))).toEqual([0, 0]);
});

const shape = (tool: TracingShape["tool"], one: [number, number], other: [number, number]): TracingShape => ({
  tool,
  lead: "V5",
  points: [one, other],
});

test("a mark is the same from left to right and from right to left, and comes back as it was", () => {
  const mark = markOfShape(shape("region", [900.4, 800], [500, -200]), null);
  expect(mark).toEqual({
    tool: "region",
    lead: "V5",
    from: 500,
    to: 900,
    amplitude: [-200, 800],
    says: null,
  });
  expect(markOfShape(shapeOfMark(mark), null)).toEqual(mark);
  expect(markOfShape(shape("interval", [500, 3], [902, 9]), "402 ms").amplitude).toBeNull();
});

test("intervals are milliseconds with a rate, heights are the unit's; regions and places measure nothing", () => {
  expect(measureTracing(shape("interval", [1000, 0], [200, 0]))).toEqual({
    is: "interval",
    ms: 800,
    perMinute: 75,
  });
  expect(measureTracing(shape("amplitude", [0, 1200], [0, -100]))).toEqual({ is: "amplitude", value: 1300 });
  expect(measureTracing(shape("region", [0, 0], [100, 100]))).toBeUndefined();
});

test("too small a mark is none", () => {
  expect(finishedShape(shape("interval", [500, 0], [500.2, 40]))).toBeUndefined();
  expect(finishedShape(shape("amplitude", [500, 7], [700, 7]))).toBeUndefined();
  expect(finishedShape(shape("region", [500, 7], [700, 7]))).toBeUndefined();
  expect(finishedShape(shape("point", [500, 7], [500, 7]))).toBeDefined();
});

const tracing = {
  record: "01K0000000000000000000EC01",
  study: "2.25.1",
  series: "2.25.2",
  instance: "2.25.3",
  sha256: "a".repeat(64),
  waveform: { groups: [], annotations: [] },
  patient: "",
  patientId: "",
  recorded: "",
};

test("what is made is an anchor for everybody who reads it; without a digest nothing is anchored", () => {
  const room = { record: "01K0000000000000000000EC01", tracing, group: 2 };
  const anchor = anchorIn(room, markOfShape(shape("amplitude", [500, 0], [600, 900]), "0.90 mV"));
  expect(parseAnchor(JSON.parse(JSON.stringify(anchor)))).toEqual(anchor);
  expect(anchorIn({ ...room, tracing: { ...tracing, sha256: "" } }, null)).toBeUndefined();
});

test("a mark is drawn in its own lead and time, one of all leads in each", () => {
  const v5 = stripOf("V5");
  const here = shape("interval", [v5.from + 400, 0], [v5.from + 800, 0]);
  expect(outlineIn(v5, 25, here)?.handles).toHaveLength(2);
  expect(outlineIn(stripOf("V6"), 25, here)).toBeUndefined();
  expect(outlineIn(v5, 25, shape("interval", [0, 0], [400, 0]))).toBeUndefined();
  const everywhere = { ...shape("region", [0, 0], [10_000, 0]), lead: null };
  const outlines = layOut(twelve, paper).strips.map((strip) => outlineIn(strip, 25, everywhere));
  expect(outlines.every((outline) => outline?.area)).toBe(true);
});

test("a press hits the nearer end of a mark, or the mark, or nothing", () => {
  const sheet = layOut(twelve, paper);
  const v5 = stripOf("V5");
  const height = shape("amplitude", [v5.from + 500, 0], [v5.from + 500, 1000]);
  const at = (ms: number, value: number) => placeOf(v5, 25, [v5.from + ms, value]);
  expect(hitOutline(sheet, height, at(500, 1000), 1)?.on).toBe(1);
  expect(hitOutline(sheet, height, at(500, 20), 1)?.on).toBe(0);
  expect(hitOutline(sheet, height, at(500, 500), 1)?.on).toBe("line");
  expect(hitOutline(sheet, height, at(900, 500), 1)).toBeUndefined();
});

test("where somebody looks, and what they draw, travels as a word and two points; anything else is nowhere", () => {
  const sight = { series: "1.2.3", instance: "4.5", group: 1, from: 1250 };
  expect(sightOf(sightName(sight))).toEqual({ ...sight, lead: null });
  expect(sightOf(sightName(sight, "Resp/1 é"))).toEqual({ ...sight, lead: "Resp/1 é" });
  expect(sightName(sight, "é".repeat(64)).length).toBeLessThanOrEqual(200);
  expect(sightOf("1.2.3/4.5/1/0/%E0%A4%A")?.lead).toBeNull();
  expect([sightOf("1.2.3/4.5/6"), sightOf("findings"), sightOf(undefined)]).toEqual(
    Array.from({ length: 3 }, () => undefined),
  );
  const drawn = shape("interval", [500, 0], [902, 0]);
  expect(shapeOfDraft(draftOf(drawn), "V5")).toEqual(drawn);
  expect(shapeOfDraft({ tool: "length", points: [[0, 0]] }, null)).toBeUndefined();
});

const press = (key: string, shiftKey = false) => ({
  key,
  shiftKey,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
});

test("the keys: along the recording, paper, tools, marks; while placing, the place", () => {
  expect(ecgAct(press("ArrowRight"), false)).toEqual({ is: "pan", by: 0.1 });
  expect(ecgAct(press("ArrowLeft", true), false)).toEqual({ is: "pan", by: -0.8 });
  expect(ecgAct(press("ArrowUp"), false)).toBeUndefined();
  expect(ecgAct(press("ArrowUp"), true)).toEqual({ is: "move", by: [0, 0.5] });
  expect(ecgAct(press("PageDown"), true)).toEqual({ is: "lead", step: 1 });
  expect(ecgAct(press("H"), false)).toEqual({ is: "tool", tool: "amplitude" });
  expect(ecgAct(press("Enter"), false)).toBeUndefined();
  expect(ecgAct({ ...press("s"), ctrlKey: true }, false)).toBeUndefined();
  expect(keyOfEcgTool("interval")).toBe("L");
});
