import { expect, test } from "vitest";
import { isFromReader } from "./from-reader.ts";

const group = {
  label: "RHYTHM",
  frequency: 500,
  length: 10,
  isWhole: true,
  form: "SS",
  littleEndian: true,
  padding: null,
  channels: [{ name: "I", unit: "uV", factor: 1, baseline: 0, lowHz: null, highHz: null, notchHz: null }],
  range: [80, 20],
};

const settled = (waveform: unknown, bulk: unknown = null) => ({
  say: "settle",
  path: "ecg.dcm",
  reading: {
    is: "kept",
    reason: null,
    records: [],
    original: null,
    patients: [],
    notUnderstood: [],
    part: {
      kind: "instance",
      file: {},
      filed: {
        bytes: 100,
        instance: {
          studyUid: "2.25.1",
          seriesUid: "2.25.2",
          instanceUid: "2.25.3",
          metadata: {},
          pixels: null,
          waveform,
          bulk,
        },
      },
    },
  },
});

test("curves whose samples lie in the file are believed, and a file without any", () => {
  const placed = { is: "placed", groups: [group], annotations: [] };
  for (const waveform of [placed, { is: "not-placed", reason: "too-long" }, null, undefined]) {
    expect(isFromReader(settled(waveform))).toBe(true);
  }
});

test.for<[string, unknown]>([
  ["beyond the file's end", { is: "placed", groups: [{ ...group, range: [81, 20] }], annotations: [] }],
  ["before its beginning", { is: "placed", groups: [{ ...group, range: [-1, 20] }], annotations: [] }],
  ["without a place", { is: "placed", groups: [{ ...group, range: undefined }], annotations: [] }],
  ["of no frequency", { is: "placed", groups: [{ ...group, frequency: 0 }], annotations: [] }],
  ["with a reason of its own", { is: "not-placed", reason: "<b>" }],
  ["in words", "placed"],
])("curves %s are not", ([, waveform]) => {
  expect(isFromReader(settled(waveform))).toBe(false);
});

const directory = (listed: unknown) => {
  const { reading, ...said } = settled(null);
  return { ...said, reading: { ...reading, part: { kind: "directory", listed } } };
};
const listedImage = { studyUid: "2.25.1", study: "CT", instanceUid: "", path: "IMAGES/IM1" };

test("an index of a disc is a list of images, and nothing else", () => {
  expect(isFromReader(directory([listedImage]))).toBe(true);
  expect(isFromReader(directory([]))).toBe(true);
  for (const listed of [
    undefined,
    [null],
    [{ ...listedImage, studyUid: "<b>" }],
    [{ ...listedImage, path: 5 }],
    [{ ...listedImage, study: "x".repeat(5000) }],
  ])
    expect(isFromReader(directory(listed))).toBe(false);
});

test("tables and planes lie in the file too", () => {
  expect(isFromReader(settled(null, { "00281201": [80, 20] }))).toBe(true);
  for (const bulk of [{ "00281201": [81, 20] }, { "00281201": 80 }, { "../x": [0, 1] }, "none"]) {
    expect(isFromReader(settled(null, bulk))).toBe(false);
  }
});
