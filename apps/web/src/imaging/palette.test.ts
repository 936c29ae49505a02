import { expect, test } from "vitest";
import { bulkBytes, seriesBase } from "./bulk-value.ts";
import type { DicomDataset } from "./dicom-json.ts";
import { hasPalette, paletteElements } from "./palette.ts";

const base64 = (bytes: readonly number[]): string => btoa(String.fromCharCode(...bytes));
const words = (...values: readonly number[]): readonly number[] =>
  values.flatMap((value) => [value & 0xff, value >> 8]);

const base = "https://here.example/studies/1/series/2";
const never = () => Promise.reject(new Error("Nothing is asked for"));

const dataset = (tables: DicomDataset, descriptor: readonly number[] = [2, 0, 16]): DicomDataset => ({
  "00280004": { vr: "CS", Value: ["PALETTE COLOR"] },
  "00281101": { vr: "US", Value: descriptor },
  "00281102": { vr: "US", Value: descriptor },
  "00281103": { vr: "US", Value: descriptor },
  ...tables,
});

const inline = (bytes: readonly number[]) => ({ vr: "OW", InlineBinary: base64(bytes) });

test("tables in the metadata become numbers of eight bits, each colour for itself", async () => {
  const found = await paletteElements(
    dataset({
      "00281201": inline(words(0, 0)),
      "00281202": inline(words(0x1200, 0xff00)),
      "00281203": inline(words(3, 4)),
    }),
    { base, fetchBulk: never },
  );
  expect(found["00281101"]?.Value).toEqual([2, 0, 8]);
  expect(found["00281201"]?.Value).toEqual([0, 0]);
  expect(found["00281202"]?.Value).toEqual([0x12, 0xff]);
  expect(found["00281203"]?.Value).toEqual([3, 4]);
});

const at = (tag: string) => ({ vr: "OW", BulkDataURI: `instances/3/bulk/${tag}` });

test("segmented tables are asked for where the metadata names them, and expanded", async () => {
  const asked: string[] = [];
  // One entry as it is, then a line of three to 0x4000.
  const segments = Uint8Array.from(words(0, 1, 0x1000, 1, 3, 0x4000));
  const found = await paletteElements(
    dataset(
      { "00281221": at("00281221"), "00281222": at("00281222"), "00281223": at("00281223") },
      [4, 0, 16],
    ),
    {
      base,
      fetchBulk: (address) => {
        asked.push(address);
        return Promise.resolve(segments);
      },
    },
  );
  expect(asked).toEqual(["1", "2", "3"].map((colour) => `${base}/instances/3/bulk/0028122${colour}`));
  expect(found["00281203"]?.Value).toEqual([0x10, 0x20, 0x30, 0x40]);
});

test("a picture whose table is missing or too short cannot be shown, and says so at once", async () => {
  const source = { base, fetchBulk: never };
  await expect(paletteElements(dataset({}), source)).rejects.toThrow("palette");
  const short = { "00281201": inline([1]), "00281202": inline([1]), "00281203": inline([1]) };
  await expect(paletteElements(dataset(short), source)).rejects.toThrow("palette");
});

test("only pictures of a palette have one", () => {
  expect(hasPalette(dataset({}))).toBe(true);
  expect(hasPalette({ "00280004": { vr: "CS", Value: ["MONOCHROME2"] } })).toBe(false);
});

test("addresses are relative to the series", async () => {
  expect(seriesBase(`wadors:${base}/instances/3/frames/1`)).toBe(base);
  expect(await bulkBytes({}, "60003000", { base, fetchBulk: never })).toBeUndefined();
});
