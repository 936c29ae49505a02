import type { RecordOutline } from "./record-outline.ts";

/** DICOM modalities by the way in which a reading is named. */
const modalities = {
  ct: ["CT"],
  mr: ["MR"],
  pet: ["PT"],
  nuclear: ["NM"],
  ultrasound: ["US"],
  "x-ray": ["CR", "DX", "DR", "RF", "RG"],
  mammography: ["MG"],
  angiography: ["XA"],
  ecg: ["ECG"],
} as const;

export type ImagingMethod = keyof typeof modalities | "slides";

/** What of a way of imaging is there: pictures that can be read, or only what somebody wrote about them. */
export type ImagingHeld = ReadonlyMap<ImagingMethod, "images" | "report-only">;

/** A way of which nothing is there is left out. Images of one examination count for all of its kind: which is meant, words do not tell. */
export function imagingHeldIn(records: readonly RecordOutline[]): ImagingHeld {
  const held = new Map<ImagingMethod, "images" | "report-only">();
  for (const record of records)
    for (const [method, what] of foundIn(record)) if (held.get(method) !== "images") held.set(method, what);
  return held;
}

type Found = readonly [ImagingMethod, "images" | "report-only"];

function foundIn(record: RecordOutline): readonly Found[] {
  const { kind } = record;
  if (kind === "imaging-study")
    return methodsOf(record.content.modalities).map((method) => [method, "images"]);
  if (kind === "imaging-report")
    return methodsOf([record.content.modality]).map((method) => [method, "report-only"]);
  if (kind === "slide") return [["slides", "images"]];
  return kind === "pathology" ? [["slides", "report-only"]] : [];
}

const methodsOf = (codes: readonly string[]): readonly ImagingMethod[] =>
  methods.filter((method) => modalities[method].some((code) => codes.includes(code)));

const methods = [
  "ct",
  "mr",
  "pet",
  "nuclear",
  "ultrasound",
  "x-ray",
  "mammography",
  "angiography",
  "ecg",
] as const satisfies readonly (keyof typeof modalities)[];
