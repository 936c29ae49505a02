import { createHash } from "node:crypto";
import { standardLeads } from "@consilium/clinical";
import type { Day } from "@consilium/foundation";
import { type FiledInstance, readDicom, readWaveform, studiesOf } from "@consilium/interchange";
import { describe, expect, test } from "vitest";
import { readDemoCase } from "../read-content.ts";
import { type DemoImage, drawDemoImages } from "./demo-images.ts";
import { ctPixel, ctSize, lesionAt } from "./oncology-images.ts";
import { liverValue } from "./torso.ts";

const today: Day = "2026-11-24";
const studies = (["oncology", "cardiology", "spine"] as const).flatMap((name) =>
  drawDemoImages(name, readDemoCase(name, today), today),
);

function imagesOf(record: string): readonly DemoImage[] {
  const study = studies.find(({ recordId }) => recordId === record);
  if (study === undefined) throw new Error(`nothing is drawn for ${record}`);
  return study.images;
}

function fileOf(record: string, path: string): Uint8Array {
  const image = imagesOf(record).find((one) => one.path === `${record}/${path}.dcm`);
  if (image === undefined) throw new Error(`there is no ${path}`);
  return image.draw();
}

function read(file: Uint8Array) {
  const reading = readDicom(file, { inflate: () => null });
  if (!reading.ok) throw new Error(reading.reason);
  expect(reading.warnings).toEqual([]);
  return reading.instance;
}

/** Stored values of the first frame's pixels. */
function valuesOf(file: Uint8Array): Int16Array {
  const range = read(file).pixels?.frames[0]?.[0];
  if (range === undefined) throw new Error("no pixels");
  return new Int16Array(file.slice(range[0], range[0] + range[1]).buffer);
}

const filed = (file: Uint8Array): FiledInstance => {
  const sha256 = createHash("sha256").update(file).digest("hex");
  return { instance: read(file), fileId: sha256.slice(0, 12), sha256, bytes: file.length };
};

const counted = () => {
  let number = 0;
  return () => `id${(number += 1)}`;
};

/** The middle value within some pixels. */
function meanAround(
  values: Int16Array,
  column: number,
  row: number,
  reach: number,
  columns: number = ctSize,
): number {
  let sum = 0;
  for (let down = -reach; down <= reach; down += 1)
    for (let right = -reach; right <= reach; right += 1)
      sum += values[(row + down) * columns + column + right] ?? 0;
  return sum / (2 * reach + 1) ** 2;
}

const lesions = [
  { record: "onc-ct-nov", place: "s4-87", slice: 87, reach: 3 },
  { record: "onc-ct-nov", place: "s4-94", slice: 94, reach: 1 },
  { record: "onc-ct-nov", place: "s4-72", slice: 72, reach: 0 },
  { record: "onc-ct-may", place: "s4-85", slice: 85, reach: 4 },
  { record: "onc-ct-may", place: "s4-93", slice: 93, reach: 2 },
  { record: "onc-ct-may", place: "s4-71", slice: 71, reach: 1 },
] as const;

const sliceFile = (record: string, slice: number): Uint8Array =>
  fileOf(record, `series-4/image-${String(slice).padStart(4, "0")}`);

describe("the CT of oncology", () => {
  test("has as many slices as the content says, each where the thickness puts it", () => {
    expect(imagesOf("onc-ct-nov")).toHaveLength(214);
    expect(imagesOf("onc-ct-may")).toHaveLength(211);
    const [first, next] = [read(sliceFile("onc-ct-nov", 1)), read(sliceFile("onc-ct-nov", 2))];
    expect((next.geometry.position?.[2] ?? 0) - (first.geometry.position?.[2] ?? 0)).toBeCloseTo(2.5);
    expect(next.geometry).toMatchObject({ plane: "axial", pixelSpacing: [1.4, 1.4], thicknessMm: 2.5 });
  });
  test("says whose it is, from when, and in which form its values are kept", () => {
    const { patient, study, series, format, instanceNumber } = read(sliceFile("onc-ct-nov", 87));
    expect(patient).toMatchObject({ name: "Marisol Quintana", birthDate: "1968-03-14", sex: "female" });
    expect(study).toMatchObject({ institution: "Northgate Hospital", accession: "NG-CT-261103-052" });
    expect(JSON.stringify(study.date)).toContain("2026-11-03");
    expect(series).toMatchObject({ number: 4, modality: "CT", description: "Portal venous" });
    expect(format).toMatchObject({ bitsAllocated: 16, bitsStored: 12, signed: true });
    expect(instanceNumber).toBe(87);
  });
  test.each(lesions)(
    "$record, $place: the lesion is darker than the liver",
    ({ record, place, slice, reach }) => {
      const at = lesionAt(record, place);
      expect(at).not.toBeNull();
      const mean = meanAround(valuesOf(sliceFile(record, slice)), at?.column ?? 0, at?.row ?? 0, reach);
      expect(mean).toBeLessThan(liverValue - 25);
      expect(mean).toBeGreaterThan(0);
    },
  );
  test("lesions have the size that the content measures", () => {
    const { records } = readDemoCase("oncology", today);
    const places = records.imaging.find(({ id }) => id === "onc-ct-nov")?.places ?? [];
    const measured = places.flatMap(({ id, measure }) =>
      measure?.mm === undefined ? [] : [{ id, mm: measure.mm }],
    );
    expect(measured).toHaveLength(2);
    for (const { id, mm } of measured) expect(lesionAt("onc-ct-nov", id)?.mm.slice(0, mm.length)).toEqual(mm);
  });
  test("a slice without a lesion has plain liver at the same place", () => {
    const { column = 0, row = 0 } = lesionAt("onc-ct-nov", "s4-87") ?? {};
    const values = valuesOf(sliceFile("onc-ct-nov", 98));
    expect(meanAround(values, column, row, 2)).toBeGreaterThan(liverValue - 12);
  });
  test("is air outside, lung in the chest, bone in the spine", () => {
    const values = valuesOf(sliceFile("onc-ct-nov", 150));
    expect(meanAround(values, 5, 5, 2)).toBeLessThan(-950);
    const lung = meanAround(values, Math.round(128 - 70 / ctPixel), 130, 6);
    expect(lung).toBeLessThan(-650);
    expect(lung).toBeGreaterThan(-900);
    expect(Math.max(...values)).toBeGreaterThan(400);
  });
});

describe("the spine's images", () => {
  test("sagittal and axial slices lie in one space and cross at the disc that slipped", () => {
    const sagittal = read(fileOf("spi-mri", "series-3/image-0009"));
    const axial = read(fileOf("spi-mri", "series-6/image-0022"));
    expect(sagittal.series.frameOfReference).toBe(axial.series.frameOfReference);
    expect(sagittal.geometry).toMatchObject({ plane: "sagittal", thicknessMm: 4 });
    expect(sagittal.geometry.position?.[0]).toBe(0);
    expect(axial.geometry).toMatchObject({ plane: "axial", thicknessMm: 4 });
    expect(axial.geometry.position?.[2]).toBe(0);
    expect(sagittal.study.institution).toBe("Ekholm Clinic");
  });
  test("slice 13 lies to the left of the middle, where the content has the left foramen", () => {
    expect(read(fileOf("spi-mri", "series-3/image-0013")).geometry.position?.[0]).toBe(16);
  });
  test("both directions show the same brightness where they cross", () => {
    const [sagittal, axial] = [
      valuesOf(fileOf("spi-mri", "series-3/image-0009")),
      valuesOf(fileOf("spi-mri", "series-6/image-0022")),
    ];
    const side = (y: number) => sagittal[Math.round(195 / 1.1) * 272 + Math.round((y + 165) / 1.1)] ?? 0;
    const cut = (y: number) => axial[Math.round((y + 115) / 0.85) * 224 + Math.round(95 / 0.85)] ?? 0;
    // Fluid of the sac, and the disc before it.
    for (const value of [side, cut]) expect(value(24)).toBeGreaterThan(2 * value(0));
  });
  test("a film measures at the detector only", () => {
    for (const image of imagesOf("spi-xr-old")) {
      const { geometry, series, patient } = read(image.draw());
      expect(geometry.pixelSpacing).toBeNull();
      expect(geometry.imagerPixelSpacing).toEqual([0.45, 0.45]);
      expect(series.modality).toBe("DX");
      expect(patient.name).toBe("Ngozi Obi-Lindqvist");
    }
  });
});

describe("the heart's images", () => {
  test.each(["0012", "0031", "0040"])("loop %s moves, and nothing in it has a size", (number) => {
    const file = fileOf("car-echo2", `series-1/image-${number}`);
    const instance = read(file);
    expect(instance).toMatchObject({ frames: 30, rows: 320, columns: 400, instanceNumber: Number(number) });
    expect(instance.geometry).toMatchObject({ pixelSpacing: null, imagerPixelSpacing: null });
    const frames = (instance.pixels?.frames ?? []).map(([range]) => {
      const [start, length] = range ?? [0, 0];
      return createHash("sha256")
        .update(file.subarray(start, start + length))
        .digest("hex");
    });
    expect(new Set(frames).size).toBe(30);
  });
  test("the ECG is read back: ten seconds of twelve leads at 60 a minute, R of 1.3 mV in aVL", () => {
    const [group, ...more] = readWaveform(fileOf("car-ecg", "series-1/image-0001"));
    expect(more).toEqual([]);
    expect(group?.frequency).toBe(500);
    expect(group?.channels.map(({ name }) => name)).toEqual([...standardLeads]);
    const samples = (lead: string) =>
      group?.samples[group.channels.findIndex(({ name }) => name === lead)] ?? new Float32Array();
    expect(samples("I")).toHaveLength(5000);
    const tall = samples("aVL");
    expect(Math.max(...tall) / 1000).toBeCloseTo(1.3, 1);
    const beats = Array.from(tall).filter((value, at) => value > 800 && (tall[at - 1] ?? 0) <= 800);
    expect(beats.length).toBeGreaterThanOrEqual(9);
    expect(beats.length).toBeLessThanOrEqual(11);
    // Einthoven: what I and II say decides the others.
    expect(samples("III")[700]).toBeCloseTo((samples("II")[700] ?? 0) - (samples("I")[700] ?? 0), -1);
  });
});

const heartSlice = (series: number, number: number): Uint8Array =>
  fileOf("car-ct", `series-${series}/image-${String(number).padStart(4, "0")}`);
/** The middle value around a place of the patient, given in millimetres. */
function valueAt(file: Uint8Array, [x, y]: readonly [number, number], reach: number): number {
  const { geometry, columns } = read(file);
  const [left, top] = geometry.position ?? [0, 0, 0];
  const pixel = geometry.pixelSpacing?.[0] ?? 1;
  const [column, row] = [Math.round((x - left) / pixel), Math.round((y - top) / pixel)];
  return meanAround(valuesOf(file), column, row, reach, columns);
}

describe("the CT of the heart", () => {
  const placed =
    readDemoCase("cardiology", today).records.imaging.find(({ id }) => id === "car-ct")?.places ?? [];
  test("has a slice for each place that the report names, in each series from the first slice on", () => {
    expect(placed.map(({ id }) => id)).toEqual(["s2-24", "s4-annulus", "s6-212"]);
    const paths = imagesOf("car-ct").map(({ path }) => path);
    for (const { series, slice: number = 0 } of placed)
      for (let at = 1; at <= number; at += 1)
        expect(paths).toContain(`car-ct/series-${series}/image-${String(at).padStart(4, "0")}.dcm`);
  });
  test("shows what the report says there: calcium on the valve, the annulus in contrast, a lesion of the liver", () => {
    expect(valueAt(heartSlice(2, 24), [-14, -42], 0)).toBeGreaterThan(400);
    expect(valueAt(heartSlice(2, 24), [-60, -34], 1)).toBeLessThan(100);
    expect(valueAt(heartSlice(4, 141), [-8, -34], 2)).toBeGreaterThan(250);
    const liver = valueAt(heartSlice(6, 212), [-70, -10], 3);
    expect(valueAt(heartSlice(6, 212), [-32, -60], 1)).toBeLessThan(liver - 15);
  });
  test("its series lie in one space", () => {
    const [calcium, gated] = [read(heartSlice(2, 24)), read(heartSlice(4, 141))];
    expect(calcium.series.frameOfReference).toBe(gated.series.frameOfReference);
    expect(calcium.geometry.position?.[2]).toBeCloseTo(gated.geometry.position?.[2] ?? 0, 3);
    expect(calcium.geometry.thicknessMm).toBe(3);
  });
});

describe("all images", () => {
  test("show every slice, loop and recording that a report of the content names", () => {
    for (const name of ["oncology", "cardiology", "spine"] as const)
      for (const { id, places } of readDemoCase(name, today).records.imaging)
        for (const { series, slice } of places) {
          if (slice === undefined) continue;
          const number = String(slice).padStart(4, "0");
          const paths = imagesOf(id).map(({ path }) => path);
          expect(paths).toContain(`${id}/series-${series}/image-${number}.dcm`);
        }
  });
  test("are the same bytes each time", () => {
    const again = drawDemoImages("oncology", readDemoCase("oncology", today), today).find(
      ({ recordId }) => recordId === "onc-ct-nov",
    );
    const path = "onc-ct-nov/series-4/image-0087.dcm";
    expect(again?.images.find((image) => image.path === path)?.draw()).toEqual(sliceFile("onc-ct-nov", 87));
  });
  test("have paths and identifiers of their own and make one record a study", () => {
    const some = studies.flatMap(({ images }) =>
      images.filter((_, index) => index % 60 === 0).map(({ draw }) => filed(draw())),
    );
    const found = studiesOf(some, { createId: counted() });
    expect(found.duplicates).toEqual([]);
    expect(found.documents).toEqual([]);
    expect(found.warnings.filter(({ reason }) => reason !== "irregular-spacing")).toEqual([]);
    expect(found.records.map(({ record }) => record.kind)).toEqual(studies.map(() => "imaging-study"));
    const uids = found.records.flatMap(({ record }) =>
      record.kind === "imaging-study" ? [record.content.studyUid] : [],
    );
    expect(uids.toSorted()).toEqual(studies.map(({ studyUid }) => studyUid).toSorted());
    const paths = studies.flatMap(({ images }) => images.map(({ path }) => path));
    expect(new Set(paths).size).toBe(paths.length);
  });
  test("follow the day that the demo is relative to", () => {
    const later: Day = "2026-11-25";
    const [image] = drawDemoImages("cardiology", readDemoCase("cardiology", later), later).flatMap(
      ({ recordId, images }) => (recordId === "car-ecg" ? images : []),
    );
    const moved = image === undefined ? null : read(image.draw());
    expect(JSON.stringify(moved?.study.date)).toContain("2026-09-02");
  });
});
