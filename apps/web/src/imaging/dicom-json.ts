/** One data set in the DICOM JSON model (PS3.18, annex F): what a server sends of an instance, pixels left out. */
export type DicomDataset = Readonly<Record<string, DicomElement>>;

interface DicomElement {
  readonly vr: string;
  readonly Value?: readonly unknown[];
  /** Bytes in base64. */
  readonly InlineBinary?: unknown;
  /** Where the bytes are given by themselves. */
  readonly BulkDataURI?: unknown;
}

/** Of an answer to `…/metadata`. What is not a data set is left out; undefined: not such an answer. */
export function readDatasets(answer: unknown): readonly DicomDataset[] | undefined {
  return Array.isArray(answer) ? answer.filter(isDataset) : undefined;
}

const isDataset = (value: unknown): value is DicomDataset =>
  isRecord(value) && Object.values(value).every(isElement);

const isElement = (value: unknown): value is DicomElement =>
  isRecord(value) &&
  typeof value["vr"] === "string" &&
  (value["Value"] === undefined || Array.isArray(value["Value"]));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The first value as text; "" where there is none. */
export function textAt(dataset: DicomDataset, tag: string): string {
  const [value] = dataset[tag]?.Value ?? [];
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

/** Every value that is a number; the others are left out, so the count says whether all were. */
export const numbersAt = (dataset: DicomDataset, tag: string): readonly number[] =>
  (dataset[tag]?.Value ?? []).flatMap((value) => numberOf(value) ?? []);

export const numberAt = (dataset: DicomDataset, tag: string): number | undefined =>
  numbersAt(dataset, tag)[0];

export const itemsAt = (dataset: DicomDataset, tag: string): readonly DicomDataset[] =>
  (dataset[tag]?.Value ?? []).filter(isDataset);

/** A person's name in letters, family name first: "Quintana, Marisol". */
export function nameAt(dataset: DicomDataset, tag: string): string {
  const [value] = dataset[tag]?.Value ?? [];
  const letters = isRecord(value) ? value["Alphabetic"] : value;
  if (typeof letters !== "string") return "";
  const [family = "", given = ""] = letters.split("^").map((part) => part.trim());
  return [family, given].filter((part) => part !== "").join(", ");
}

function numberOf(value: unknown): number | undefined {
  const read = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof read === "number" && Number.isFinite(read) ? read : undefined;
}
