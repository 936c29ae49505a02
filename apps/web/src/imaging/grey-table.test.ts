import { expect, test } from "vitest";
import type { DicomDataset } from "./dicom-json.ts";
import { lookedUp, modalityTable, shownByTable, windowOfTable } from "./grey-table.ts";
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

const window = (table: DicomDataset["00283010"], more: DicomDataset = {}) => {
  const found = shownByTable({ ...more, "00283010": table });
  return found && windowOfTable(found);
};

test("a picture that brings a table and no window begins where its table goes from dark to light", () => {
  const table = tableOf(100, [0, 0, 0, 50, 200, 255, 255]);
  expect(window(table)).toEqual({ centre: 103.5, width: 3 });
  expect(frameOf(ctSlice(1, { "00283010": table })).window).toEqual({
    centre: 103.5,
    width: 3,
  });
});

test("its table goes before the window that it names, as the server draws it; where it has none that can be, the window does", () => {
  const named = { "00281050": element("DS", 40), "00281051": element("DS", 400) };
  const seen = (table: DicomDataset["00283010"]) =>
    frameOf(ctSlice(1, { ...named, "00283010": table })).window;
  expect(seen(tableOf(100, [0, 255]))).toMatchObject({ centre: 100.5 });
  expect(seen(tableOf(100, [0, 255], 3))).toMatchObject({ centre: 40 });
});

function inWords(bits: number, ...words: readonly number[]) {
  const table = { "00283002": element("US", 3, 100, bits), "00283006": element("US", ...words) };
  return shownByTable({ "00283010": element("SQ", table) });
}

test("two entries of eight bits may share a word; entries have eight to sixteen bits", () => {
  expect(inWords(8, 0x0700, 255)).toEqual({ first: 100, entries: [0, 7, 255], most: 255 });
  expect(inWords(12, 0, 0x1ff, 0xfff)).toMatchObject({ most: 0xfff });
  expect(inWords(10, 0, 0x1ff, 0xfff)).toMatchObject({ most: 0xffff });
  expect(inWords(12, 0x0700, 255)).toBeUndefined();
  expect(inWords(4, 0, 1, 2)).toBeUndefined();
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

test("a table that says no entries has 65,536; one with others than it says is none; one that turns around has a window too", () => {
  const long = Array.from({ length: 0x10000 }, (_, at) => at);
  expect(window(tableOf(0, long, 0))?.width).toBe(0xffff);
  expect(window(tableOf(0, [0, 1, 2], 4))).toBeUndefined();
  expect(window(tableOf(0, [255, 255, 100, 0]))).toEqual({ centre: 2, width: 2 });
  expect(window(tableOf(0, [7, 7, 7]))).toEqual({ centre: 1, width: 2 });
  expect(shownByTable({})).toBeUndefined();
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
