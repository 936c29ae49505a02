import type { Vector } from "./geometry.ts";
import type { WrittenElement } from "./write-dicom.ts";

export interface CtSlice {
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly instanceUid: string;
  readonly frameOfReference: string;
  readonly patient: {
    /** "Family^Given". */
    readonly name: string;
    readonly id: string;
    /** YYYYMMDD. */
    readonly birthDate: string;
    /** "F", "M", "O". */
    readonly sex: string;
  };
  /** YYYYMMDD. */
  readonly studyDate: string;
  readonly studyDescription: string;
  readonly seriesDescription: string;
  readonly seriesNumber: number;
  readonly instanceNumber: number;
  readonly institution: string;
  readonly bodyPart: string;
  readonly rows: number;
  readonly columns: number;
  /** Of the middle of the first pixel; millimetres, LPS. The slice is axial. */
  readonly position: Vector;
  /** Millimetres between rows, between columns. */
  readonly pixelSpacing: readonly [number, number];
  readonly thicknessMm: number;
  /** Stored value to Hounsfield units: value * slope + intercept. */
  readonly rescale: { readonly slope: number; readonly intercept: number };
  readonly window: { readonly center: number; readonly width: number };
  /** Stored values, row by row, rows * columns of them. */
  readonly pixels: Int16Array;
}

const ctImageStorage = "1.2.840.10008.5.1.4.1.1.2";

const text = (tag: number, vr: string, value: string): WrittenElement => ({ tag, vr, value });
const decimals = (tag: number, values: readonly number[]): WrittenElement =>
  text(tag, "DS", values.map((value) => String(Number(value.toFixed(6)))).join("\\"));
const short = (tag: number, value: number): WrittenElement => ({ tag, vr: "US", value: [value] });

const aboutPatientAndStudy = (slice: CtSlice): readonly WrittenElement[] => [
  text(0x00080005, "CS", "ISO_IR 192"),
  text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL"),
  text(0x00080016, "UI", ctImageStorage),
  text(0x00080018, "UI", slice.instanceUid),
  text(0x00080020, "DA", slice.studyDate),
  text(0x00080030, "TM", ""),
  text(0x00080050, "SH", ""),
  text(0x00080060, "CS", "CT"),
  text(0x00080080, "LO", slice.institution),
  text(0x00080090, "PN", ""),
  text(0x00081030, "LO", slice.studyDescription),
  text(0x0008103e, "LO", slice.seriesDescription),
  text(0x00100010, "PN", slice.patient.name),
  text(0x00100020, "LO", slice.patient.id),
  text(0x00100030, "DA", slice.patient.birthDate),
  text(0x00100040, "CS", slice.patient.sex),
  text(0x00180015, "CS", slice.bodyPart),
  text(0x0020000d, "UI", slice.studyUid),
  text(0x0020000e, "UI", slice.seriesUid),
  text(0x00200010, "SH", ""),
  text(0x00200011, "IS", String(slice.seriesNumber)),
  text(0x00200013, "IS", String(slice.instanceNumber)),
  text(0x00200052, "UI", slice.frameOfReference),
];

/** The elements of an axial CT slice of signed 16-bit pixels, for `writeDicom`. */
export const ctSlice = (slice: CtSlice): readonly WrittenElement[] => [
  ...aboutPatientAndStudy(slice),
  decimals(0x00180050, [slice.thicknessMm]),
  decimals(0x00200032, slice.position),
  decimals(0x00200037, [1, 0, 0, 0, 1, 0]),
  short(0x00280002, 1),
  text(0x00280004, "CS", "MONOCHROME2"),
  short(0x00280010, slice.rows),
  short(0x00280011, slice.columns),
  decimals(0x00280030, slice.pixelSpacing),
  short(0x00280100, 16),
  short(0x00280101, 16),
  short(0x00280102, 15),
  short(0x00280103, 1),
  decimals(0x00281050, [slice.window.center]),
  decimals(0x00281051, [slice.window.width]),
  decimals(0x00281052, [slice.rescale.intercept]),
  decimals(0x00281053, [slice.rescale.slope]),
  { tag: 0x7fe00010, vr: "OW", value: Array.from(slice.pixels, (pixel) => pixel & 0xffff) },
];
