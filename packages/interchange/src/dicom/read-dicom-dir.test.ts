import { assert, property, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { readDicomDir } from "./read-dicom-dir.ts";
import { refusalOf, sliceFile } from "./testing/dicom-files.ts";
import { imageRecord, makeDicomDir, makeDirectory, studyRecord } from "./testing/make-dicom-dir.ts";

const image = (number: number) => ({ path: `IMAGES\\IM${number}`, instanceUid: `2.25.7.${number}` });
const abdomen = { studyUid: "2.25.71", description: "CT abdomen", images: [image(1), image(2)] };
const knee = { studyUid: "2.25.72", description: "MR knee", images: [image(3)] };

const listed = (file: Uint8Array) =>
  readDicomDir(file).map(({ studyUid, path }) => `${studyUid || "none"} ${path || "nowhere"}`);

describe("the index of a disc", () => {
  test("names the images of its studies, with where they lie", () => {
    expect(readDicomDir(makeDicomDir([abdomen, knee]))).toEqual([
      { studyUid: "2.25.71", study: "CT abdomen", instanceUid: "2.25.7.1", path: "IMAGES/IM1" },
      { studyUid: "2.25.71", study: "CT abdomen", instanceUid: "2.25.7.2", path: "IMAGES/IM2" },
      { studyUid: "2.25.72", study: "MR knee", instanceUid: "2.25.7.3", path: "IMAGES/IM3" },
    ]);
  });
  test("is read by its links, in whatever order its records stand", () => {
    const records = [
      { type: "PATIENT", elements: [], lower: 3 },
      imageRecord("B", "2.25.7.2"),
      { ...studyRecord("2.25.72", ""), lower: 1 },
      { ...studyRecord("2.25.71", ""), next: 2, lower: 4 },
      imageRecord("A", "2.25.7.1"),
    ];
    expect(listed(makeDirectory(records))).toEqual(["2.25.71 A", "2.25.72 B"]);
  });
  test("without links is read in its order", () => {
    const records = [
      { type: "PATIENT", elements: [] },
      studyRecord("2.25.71", ""),
      imageRecord("A", "2.25.7.1"),
      { type: "PATIENT", elements: [] },
      imageRecord("B", "2.25.7.2"),
    ];
    expect(listed(makeDirectory(records))).toEqual(["2.25.71 A", "none B"]);
  });
  test("is no file of a patient, and a file of a patient is no index", () => {
    expect(refusalOf(makeDicomDir([knee]))).toBe("directory");
    expect(readDicomDir(sliceFile())).toEqual([]);
  });
});

describe("an index that lies", () => {
  test("in a circle comes to an end", () => {
    const records = [
      { type: "PATIENT", elements: [], lower: 1 },
      { ...studyRecord("2.25.71", ""), lower: 2, next: 0 },
      { ...imageRecord("A", "2.25.7.1"), next: 2, lower: 1 },
    ];
    expect(listed(makeDirectory(records))).toEqual(["2.25.71 A"]);
  });
  test("names an image many times, and one that was taken out of use", () => {
    const records = [
      { ...studyRecord("2.25.71", ""), lower: 1 },
      { ...imageRecord("A", "2.25.7.1"), next: 2 },
      { ...imageRecord("A", "2.25.7.1"), next: 3 },
      { ...imageRecord("B", "2.25.7.2"), isUnused: true },
    ];
    expect(listed(makeDirectory(records))).toEqual(["2.25.71 A"]);
  });
  test("of what lies beside the disc says no path", () => {
    const names = ["..\\..\\PASSWD", "A/../B", "", Array.from({ length: 20 }, () => "D").join("\\")];
    const records = names.map((name, at) => ({ ...imageRecord(name, `2.25.7.${at}`), next: at + 1 }));
    expect(readDicomDir(makeDirectory(records)).map(({ path }) => path)).toEqual(["", "", "", ""]);
    expect(readDicomDir(makeDirectory([imageRecord("..", "no identifier")]))).toEqual([]);
  });
  test("names no more than so many", () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...imageRecord(`IM${at}`, `2.25.7.${at}`),
      next: at + 1,
    }));
    expect(readDicomDir(makeDirectory(many))).toHaveLength(12);
    expect(readDicomDir(makeDirectory(many), 10)).toHaveLength(10);
  });
  test("with damage never throws", () => {
    const whole = makeDicomDir([abdomen]);
    assert(
      property(uint8Array({ minLength: 1, maxLength: 40 }), (noise) => {
        const damaged = Uint8Array.from(whole);
        damaged.set(noise, 132 + (((noise[0] ?? 0) * 7) % (whole.length - 132 - noise.length)));
        readDicomDir(damaged);
        readDicomDir(whole.subarray(0, noise.length * 9));
      }),
    );
  });
});
