import { ctSlice, writeDicom } from "@consilium/interchange";
import { makeDicomDir } from "@consilium/interchange/testing";
import { afterAll, expect, test, vi } from "vitest";
import { openReadingProcess } from "../process/reading-process.ts";
import { delivered, inShort, memoryStore, readFiles } from "../testing/deliver.ts";
import { makeZip } from "../testing/make-zip.ts";

const process = openReadingProcess();
afterAll(() => process.close());
vi.setConfig({ testTimeout: 120_000 });

const slice = (at: number): Uint8Array =>
  writeDicom(
    ctSlice({
      studyUid: "2.25.1",
      seriesUid: "2.25.2",
      instanceUid: `2.25.3.${at}`,
      frameOfReference: "2.25.4",
      patient: { name: "Vexley^Orla", id: "P1", birthDate: "19600102", sex: "F" },
      studyDate: "20261103",
      studyDescription: "CT abdomen",
      seriesDescription: "",
      seriesNumber: 1,
      instanceNumber: at,
      institution: "",
      bodyPart: "",
      rows: 2,
      columns: 2,
      position: [0, 0, at],
      pixelSpacing: [1, 1],
      thicknessMm: 1,
      rescale: { slope: 1, intercept: 0 },
      window: { center: 50, width: 350 },
      pixels: Int16Array.of(1, 2, 3, 4),
    }),
  );

const index = makeDicomDir([
  {
    studyUid: "2.25.1",
    description: "CT abdomen",
    images: [1, 2, 3].map((at) => ({ path: `DICOM\\ST1\\IM${at}`, instanceUid: `2.25.3.${at}` })),
  },
]);

test("the index of a disc is told from its images, and says what it names", async () => {
  const kept = memoryStore();
  const zip = makeZip([
    { name: "DICOMDIR", content: index },
    { name: "DICOM/ST1/IM1", content: slice(1) },
    { name: "DICOM/ST1/IM2", content: slice(2) },
  ]);
  const reading = await readFiles(process, [delivered("disc.zip", zip)], { store: kept.store });
  expect(inShort(reading)).toEqual([
    "disc.zip kept",
    "disc.zip/DICOMDIR ignored dicom-directory",
    "disc.zip/DICOM/ST1/IM1 kept",
    "disc.zip/DICOM/ST1/IM2 kept",
  ]);
  expect(reading.instances).toHaveLength(2);
  expect(kept.files.size).toBe(2);
  expect(reading.directories).toMatchObject([
    {
      path: "disc.zip/DICOMDIR",
      listed: [
        { studyUid: "2.25.1", instanceUid: "2.25.3.1", path: "DICOM/ST1/IM1" },
        { instanceUid: "2.25.3.2" },
        { instanceUid: "2.25.3.3" },
      ],
    },
  ]);
});

test("an index alone holds nothing, also in an archive", async () => {
  const zip = makeZip([{ name: "DICOMDIR", content: index }]);
  const reading = await readFiles(process, [delivered("DICOMDIR", index), delivered("only.zip", zip)]);
  expect(inShort(reading)).toEqual([
    "DICOMDIR not-read dicom-directory",
    "only.zip not-read nothing-in-it",
    "only.zip/DICOMDIR not-read dicom-directory",
  ]);
});

test("an index that is cut off or empty is no index, and hinders nothing", async () => {
  const reading = await readFiles(process, [
    delivered("DICOMDIR", index.subarray(0, 180)),
    delivered("empty/DICOMDIR", makeDicomDir([])),
    delivered("IM1", slice(1)),
  ]);
  expect(inShort(reading).slice(1)).toEqual(["empty/DICOMDIR not-read dicom-directory", "IM1 kept"]);
  expect(reading.directories).toEqual([]);
});
