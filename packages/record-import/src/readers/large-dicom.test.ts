import { ctSlice, writeDicom, type WrittenElement } from "@consilium/interchange";
import { afterAll, expect, test } from "vitest";
import { openReadingProcess } from "../process/reading-process.ts";
import { delivered, inShort, memoryStore, readFiles } from "../testing/deliver.ts";

const mebi = 2 ** 20;
/** What may be held is less than each of these files has. */
const process = openReadingProcess({ limits: { inMemory: 3 * mebi } });
afterAll(() => process.close());

const side = 512;
const frames = 8;

function loop(pixels: WrittenElement, syntax?: string, others: readonly WrittenElement[] = []): Buffer {
  const slice = ctSlice({
    studyUid: "2.25.6001",
    seriesUid: "2.25.6002",
    instanceUid: "2.25.6003",
    frameOfReference: "2.25.6004",
    patient: { name: "Anonymous", birthDate: "", id: "P1", sex: "F" },
    studyDate: "20261103",
    studyDescription: "",
    seriesDescription: "",
    seriesNumber: 1,
    instanceNumber: 1,
    institution: "",
    bodyPart: "",
    rows: side,
    columns: side,
    position: [0, 0, 0],
    pixelSpacing: [1, 1],
    thicknessMm: 1,
    rescale: { slope: 1, intercept: 0 },
    window: { center: 1, width: 2 },
    pixels: new Int16Array(0),
  }).filter(({ tag }) => tag !== 0x7fe00010);
  const count: WrittenElement = { tag: 0x00280008, vr: "IS", value: String(frames) };
  return Buffer.from(writeDicom([...slice, ...others, count, pixels], syntax));
}

const values = Uint8Array.from({ length: 2 * side * side * frames }, (_, at) => at % 251);
const native = () => loop({ tag: 0x7fe00010, vr: "OW", value: values });
const piece = (first: number) => {
  const bytes = new Uint8Array(mebi).fill(first);
  bytes.set([0xff, 0xd8, 0xff]);
  return bytes;
};
const packed = () =>
  loop(
    { tag: 0x7fe00010, fragments: [new Uint8Array(0), ...[1, 2, 3, 4, 5, 6, 7, 8].map(piece)] },
    "1.2.840.10008.1.2.4.50",
  );

async function readOne(content: Uint8Array) {
  const { store, files } = memoryStore();
  const reading = await readFiles(process, [delivered("loop.dcm", content)], { store });
  const instance = reading.instances[0]?.filed.instance;
  const [file] = files.values();
  return { short: inShort(reading), ranges: instance?.pixels?.frames ?? [], kept: file?.content };
}

test("uncompressed frames of a file that is larger than may be held are found, and the file is kept as it is", async () => {
  const file = native();
  const { short, ranges, kept } = await readOne(file);
  expect(short).toEqual(["loop.dcm kept"]);
  expect(ranges).toHaveLength(frames);
  const [start = 0, length = 0] = ranges[7]?.[0] ?? [];
  expect(file.subarray(start, start + length).equals(values.subarray(-2 * side * side))).toBe(true);
  expect(kept?.equals(file)).toBe(true);
});

test("so are packed ones, and a program before the file is not kept", async () => {
  const file = packed();
  file.write("MZ a program", 0, "latin1");
  const { short, ranges, kept } = await readOne(file);
  expect(short).toEqual(["loop.dcm kept dicom-preamble-emptied"]);
  expect(ranges.map(([range]) => range && file[range[0] + 3])).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(kept?.subarray(0, 128).every((byte) => byte === 0)).toBe(true);
  expect(kept?.subarray(128).equals(file.subarray(128))).toBe(true);
});

test("one that is cut off is kept as far as it goes, and it is said", async () => {
  const { short, ranges } = await readOne(native().subarray(0, 3_500_000));
  expect(short).toEqual(["loop.dcm kept dicom-cut-short"]);
  expect(ranges).toHaveLength(6);
});

test("what stands before the pixels may be long", async () => {
  const long: WrittenElement = { tag: 0x00291010, vr: "OB", value: new Uint8Array(2 * mebi) };
  const file = loop({ tag: 0x7fe00010, vr: "OW", value: values }, undefined, [long]);
  const { short, ranges } = await readOne(file);
  expect(short).toEqual(["loop.dcm kept"]);
  expect(ranges).toHaveLength(frames);
});

test("where all the rest would have to be held, it is too large", async () => {
  const heavy: WrittenElement = { tag: 0x00291010, vr: "OB", value: new Uint8Array(4 * mebi) };
  const { short } = await readOne(loop({ tag: 0x7fe00010, vr: "OW", value: values }, undefined, [heavy]));
  expect(short).toEqual(["loop.dcm not-read too-large"]);
});
