import { expect, test } from "vitest";
import type { DicomDataset } from "./dicom-json.ts";
import { lookedUp, modalityTable, windowOfTable } from "./grey-table.ts";
import { ctSlice, element, frameOf } from "./testing-frames.ts";

const tableOf = (
  first: number,
  entries: readonly number[],
  said = entries.length,
): DicomDataset["00283010"] =>
  element("SQ", {
    "00283002": element("US", said, first, 16),
    "00283006": element("US", ...entries),
  });

const window = (table: DicomDataset["00283010"], more: DicomDataset = {}) =>
  windowOfTable({ ...more, "00283010": table });

test("a picture that brings a table and no window begins where its table goes from dark to light", () => {
  const table = tableOf(100, [0, 0, 0, 50, 200, 255, 255]);
  expect(window(table)).toEqual({ centre: 103.5, width: 3 });
  expect(frameOf(ctSlice(1, { "00283010": table })).window).toEqual({
    centre: 103.5,
    width: 3,
  });
});

test("its own window goes first: that is what a hand sets, too", () => {
  const named = { "00281050": element("DS", 40), "00281051": element("DS", 400) };
  const table = tableOf(100, [0, 255]);
  expect(frameOf(ctSlice(1, { ...named, "00283010": table })).window).toMatchObject({
    centre: 40,
  });
});

test("the first value is negative where values may be", () => {
  const table = tableOf(0xffff, [0, 10, 20]);
  expect(window(table, { "00280103": element("US", 1) })?.centre).toBe(0);
  expect(window(table, { "00281052": element("DS", -1024) })?.centre).toBe(0);
  expect(window(table)?.centre).toBe(0x10000);
  const modality = {
    "00280103": element("US", 1),
    "00283000": element("SQ", { "00283002": element("US", 1, 0, 16), "00283006": element("US", 7) }),
  };
  expect(window(table, modality)?.centre).toBe(0x10000);
});

test("a table that says no entries has 65,536; one with others than it says, or that turns around, is no window", () => {
  const long = Array.from({ length: 0x10000 }, (_, at) => at);
  expect(window(tableOf(0, long, 0))?.width).toBe(0xffff);
  expect(window(tableOf(0, [0, 1, 2], 4))).toBeUndefined();
  expect(window(tableOf(0, [255, 100, 0]))).toBeUndefined();
  expect(window(tableOf(0, [7, 7, 7]))).toBeUndefined();
  expect(windowOfTable({})).toBeUndefined();
});

test("stored values are looked up in the modality's table, those beside it at its ends", () => {
  const dataset = {
    "00280103": element("US", 1),
    "00283000": element("SQ", {
      "00283002": element("US", 3, 0xffff, 16),
      "00283006": element("US", 40_000, 50_000, 60_000),
    }),
  };
  const table = modalityTable(dataset);
  expect(table && [...lookedUp(Int16Array.of(-9, -1, 0, 1, 5), table)]).toEqual([
    40_000, 40_000, 50_000, 60_000, 60_000,
  ]);
  expect(modalityTable({})).toBeUndefined();
});
