import { bulkPlaces, movedBulk } from "./bulk-places.ts";
import type { ByteRange, DataSet } from "./data-set.ts";
import type { DicomInstance, DicomPatient, DicomSeries, DicomStudy, PixelFormat } from "./dicom-instance.ts";
import { dicomJson } from "./dicom-json.ts";
import { dateOf, lineOf, lineOrNull, momentOf, nameOf, uidOf } from "./dicom-values.ts";
import { type DicomRefusal, dicomWarnings, type DicomWarning } from "./dicom-warning.ts";
import { geometryOf } from "./geometry.ts";
import { besidePixels, type LeftOutPixels } from "./left-out-pixels.ts";
import { hasPrefix, type Inflate, openFile, type OpenFile, prefix } from "./open-file.ts";
import { framesSaid, pixelElement, pixelPlaces } from "./pixel-places.ts";
import { contentOf, mediaDirectory } from "./sop-class.ts";
import { structuredReport } from "./structured-report.ts";
import { movedWaveform, waveformPlaces } from "./waveform-places.ts";
import { withHeader } from "./write-dicom.ts";

export interface DicomReadOptions {
  readonly inflate: Inflate;
  /** Where the pixels lie in the file, if they were left out of what is read (`withoutPixels`). */
  readonly leftOut?: LeftOutPixels;
}

export type DicomReading =
  | {
      readonly ok: true;
      readonly instance: DicomInstance;
      /** What is to be kept: the file, its preamble empty, inflated, with a header that says the truth. */
      readonly stored: Uint8Array;
      readonly warnings: readonly DicomWarning[];
    }
  | { readonly ok: false; readonly reason: DicomRefusal };

const sexes: Readonly<Record<string, DicomPatient["sex"]>> = { F: "female", M: "male", O: "other" };

const patientOf = (data: DataSet): DicomPatient => ({
  name: nameOf(data, 0x00100010),
  id: lineOf(data, 0x00100020),
  birthDate: dateOf(lineOf(data, 0x00100030)),
  sex: sexes[lineOf(data, 0x00100040)] ?? "unknown",
});

const studyOf = (data: DataSet): DicomStudy => ({
  date: momentOf(lineOf(data, 0x00080020), lineOf(data, 0x00080030), lineOf(data, 0x00080201)),
  description: lineOf(data, 0x00081030),
  accession: lineOrNull(data, 0x00080050),
  institution: lineOf(data, 0x00080080),
  referrer: nameOf(data, 0x00080090) || null,
});

function seriesOf(data: DataSet): DicomSeries {
  const number = data.number(0x00200011);
  return {
    number: Number.isSafeInteger(number) ? number : null,
    modality: lineOf(data, 0x00080060),
    description: lineOf(data, 0x0008103e),
    bodyPart: lineOrNull(data, 0x00180015),
    laterality: lineOrNull(data, 0x00200060) ?? lineOrNull(data, 0x00200062),
    frameOfReference: uidOf(data, 0x00200052) || null,
  };
}

const formatOf = (data: DataSet): PixelFormat => ({
  photometric: lineOf(data, 0x00280004),
  samples: data.whole(0x00280002) ?? 1,
  bitsAllocated: data.whole(0x00280100) ?? 0,
  bitsStored: data.whole(0x00280101) ?? data.whole(0x00280100) ?? 0,
  signed: data.number(0x00280103) === 1,
});

/** An empty preamble: it is not part of DICOM and may hold a program. */
function withoutPreamble(file: Uint8Array): Uint8Array {
  if (file.subarray(0, 128).every((byte) => byte === 0)) return file;
  return Uint8Array.from(file).fill(0, 0, 128);
}

/** "II*" and "MM*": the file can be read as a TIFF too, and that is all. */
const beginsAsTiff = ([first, second, third, fourth]: Uint8Array): boolean =>
  (first === 0x49 && second === 0x49 && third === 0x2a && fourth === 0) ||
  (first === 0x4d && second === 0x4d && third === 0 && fourth === 0x2a);

/** Whether something that is no picture, and may be run, stood in the preamble. */
function mayHideProgram(file: Uint8Array): boolean {
  const preamble = file.subarray(0, prefix - 4);
  return hasPrefix(file) && preamble.some((byte) => byte !== 0) && !beginsAsTiff(preamble);
}

interface Identifiers {
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly instanceUid: string;
  readonly sopClass: string;
}

const identifiersOf = (data: DataSet): Identifiers => ({
  studyUid: uidOf(data, 0x0020000d),
  seriesUid: uidOf(data, 0x0020000e),
  instanceUid: uidOf(data, 0x00080018),
  sopClass: uidOf(data, 0x00080016),
});

/** The bytes to keep, and how far the places counted in the opened bytes lie before those in the kept ones. */
function store(
  file: OpenFile,
  { sopClass, instanceUid }: Identifiers,
): { stored: Uint8Array; shift: number } {
  if (!file.needsHeader) return { stored: withoutPreamble(file.bytes), shift: 0 };
  const { transferSyntax } = file;
  const stored = withHeader({ sopClass, instanceUid, transferSyntax }, file.bytes.subarray(file.start));
  return { stored, shift: stored.length - file.bytes.length };
}

function instanceOf(
  { data, transferSyntax }: OpenFile,
  identifiers: Identifiers,
  pixels: DicomInstance["pixels"],
  move: Move,
): DicomInstance {
  const metadata = dicomJson(data);
  const content = contentOf(data, identifiers.sopClass);
  const number = data.number(0x00200013);
  return {
    ...identifiers,
    transferSyntax,
    content,
    patient: patientOf(data),
    study: studyOf(data),
    series: seriesOf(data),
    instanceNumber: Number.isSafeInteger(number) ? number : null,
    rows: data.whole(0x00280010) ?? 0,
    columns: data.whole(0x00280011) ?? 0,
    frames: pixelElement(data) === null ? 0 : framesSaid(data),
    geometry: geometryOf(data),
    format: formatOf(data),
    pixels,
    waveform: movedWaveform(waveformPlaces(data), move),
    bulk: movedBulk(
      bulkPlaces(data, (tag) => tag in metadata),
      move,
    ),
    report: content === "report" ? structuredReport(data) : null,
    metadata,
  };
}

/** From a place in what is read to the one in what is kept. */
type Move = (place: ByteRange) => ByteRange;

const movedBy =
  (shift: number): Move =>
  ([start, length]) => [start + shift, length];

const movedPixels = (pixels: DicomInstance["pixels"], move: Move): DicomInstance["pixels"] =>
  pixels && { ...pixels, frames: pixels.frames.map((ranges) => ranges.map(move)) };

/**
 * One file. It is untrusted: it is refused with a closed reason or read as far as it can be, and never throws.
 * What was changed or could not be read is in the warnings, each once.
 */
export function readDicom(file: Uint8Array, { inflate, leftOut }: DicomReadOptions): DicomReading {
  const warned = new Set<DicomWarning>();
  const warn = (warning: DicomWarning) => void warned.add(warning);
  const opened = openFile(file, inflate, warn);
  if (!opened.ok) return opened;
  const { data, bytes, transferSyntax } = opened.file;
  const identifiers = identifiersOf(data);
  const { studyUid, seriesUid, instanceUid, sopClass } = identifiers;
  if (data.has(0x00041220) || sopClass === mediaDirectory) return { ok: false, reason: "directory" };
  if (studyUid === "" || seriesUid === "" || instanceUid === "") {
    const isDicom = sopClass !== "" || instanceUid !== "" || data.elements().length > 1;
    if (!isDicom && warned.has("no-header")) return { ok: false, reason: "not-dicom" };
    return { ok: false, reason: warned.has("cut-short") ? "cut-short" : "no-identifiers" };
  }
  leftOut?.warnings.forEach(warn);
  const pixels = pixelPlaces(data, { bytes, transferSyntax, leftOut }, warn);
  if (pixels === "too-many-frames") return { ok: false, reason: pixels };
  const { stored, shift } = store(opened.file, identifiers);
  if (mayHideProgram(file)) warn("preamble-emptied");
  // Pixels that were left out have their own places already.
  const instance = leftOut
    ? instanceOf(opened.file, identifiers, pixels, besidePixels(leftOut))
    : instanceOf(opened.file, identifiers, movedPixels(pixels, movedBy(shift)), movedBy(shift));
  return { ok: true, instance, stored, warnings: dicomWarnings.filter((warning) => warned.has(warning)) };
}
