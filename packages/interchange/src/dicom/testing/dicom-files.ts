import { type CtSlice, ctSlice } from "../ct-slice.ts";
import { type DicomReading, readDicom } from "../read-dicom.ts";
import type { FiledInstance } from "../studies.ts";
import { writeDicom, type WrittenElement } from "../write-dicom.ts";

export const noInflate = () => null;

/** UIDs of tests stand under 2.25.1000. */
export const uid = (...numbers: readonly number[]): string => ["2.25.1000", ...numbers].join(".");

const ordinary: CtSlice = {
  studyUid: uid(1),
  seriesUid: uid(1, 1),
  instanceUid: uid(1, 1, 1),
  frameOfReference: uid(9),
  patient: { name: "Vexley^Orla", id: "PH-1", birthDate: "19600102", sex: "F" },
  studyDate: "20260105",
  studyDescription: "",
  seriesDescription: "Axial 2 mm",
  seriesNumber: 2,
  instanceNumber: 1,
  institution: "Hospital of Example",
  bodyPart: "ABDOMEN",
  rows: 2,
  columns: 3,
  position: [-10, -20, 5],
  pixelSpacing: [0.7, 0.8],
  thicknessMm: 2,
  rescale: { slope: 1, intercept: -1024 },
  window: { center: 40, width: 400 },
  pixels: Int16Array.of(-5, 0, 1, 1000, 2, 3),
};

/** The elements of a slice, some facts changed and some elements replaced or added. */
export function sliceElements(
  changes: Partial<CtSlice> = {},
  others: readonly WrittenElement[] = [],
): readonly WrittenElement[] {
  const replaced = new Set(others.map(({ tag }) => tag));
  return [...ctSlice({ ...ordinary, ...changes }).filter(({ tag }) => !replaced.has(tag)), ...others];
}

export const sliceFile = (
  changes: Partial<CtSlice> = {},
  others: readonly WrittenElement[] = [],
): Uint8Array => writeDicom(sliceElements(changes, others));

export const without = (elements: readonly WrittenElement[], ...tags: readonly number[]) =>
  elements.filter(({ tag }) => !tags.includes(tag));

export function read(file: Uint8Array): Extract<DicomReading, { readonly ok: true }> {
  const reading = readDicom(file, { inflate: noInflate });
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
}

export const refusalOf = (file: Uint8Array): string => {
  const reading = readDicom(file, { inflate: noInflate });
  return reading.ok ? "read" : reading.reason;
};

/** As if the file had been kept under a name. */
export const filed = (file: Uint8Array, fileId: string, sha256 = `sha of ${fileId}`): FiledInstance => ({
  instance: read(file).instance,
  fileId,
  sha256,
  bytes: file.length,
});

export const counted = () => {
  let number = 0;
  return () => `id${(number += 1)}`;
};
