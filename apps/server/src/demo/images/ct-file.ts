import { ctSlice, writeDicom } from "@consilium/interchange";
import {
  type DrawnStudy,
  greyPixels,
  headingOf,
  replacing,
  type Series,
  text,
  uidsOf,
} from "./image-heading.ts";
import type { Plane } from "./picture.ts";

/** One axial slice of a CT, drawn. */
export interface DrawnSlice {
  readonly study: DrawnStudy;
  readonly series: Series;
  readonly plane: Plane;
  /** Within its series. */
  readonly number: number;
  readonly bodyPart: string;
  readonly window: { readonly center: number; readonly width: number };
  /** What was given; "" for none. */
  readonly contrast: string;
  /** Hounsfield units. */
  readonly values: Float32Array;
}

/** Hounsfield units as they are kept: signed, in twelve bits. */
function kept(values: Float32Array): Int16Array {
  const pixels = new Int16Array(values.length);
  for (let at = 0; at < values.length; at += 1)
    pixels[at] = Math.min(2047, Math.max(-1024, Math.round(values[at] ?? 0)));
  return pixels;
}

/** Without its pixels, which are kept in twelve bits and are added as bytes. */
const sliceElements = ({ study, series, plane, number, bodyPart, window }: DrawnSlice) =>
  ctSlice({
    ...uidsOf(study, series, number),
    patient: study.patient,
    studyDate: study.date,
    studyDescription: study.record.title,
    seriesDescription: series.description,
    seriesNumber: series.number,
    instanceNumber: number,
    institution: study.institution,
    bodyPart,
    rows: plane.rows,
    columns: plane.columns,
    position: plane.origin,
    pixelSpacing: [plane.pixel, plane.pixel],
    thicknessMm: series.thicknessMm ?? 0,
    rescale: { slope: 1, intercept: 0 },
    window,
    pixels: new Int16Array(0),
  });

/** A text value of at most 64 characters, as LO allows. */
const longestText = 64;

export function ctFile(slice: DrawnSlice): Uint8Array {
  const { study, series, plane, number, bodyPart, contrast, values } = slice;
  const heading = headingOf(study, series, {
    sopClass: "1.2.840.10008.5.1.4.1.1.2",
    modality: "CT",
    bodyPart,
    imageType: "ORIGINAL\\PRIMARY\\AXIAL",
    number,
    frameOfReference: uidsOf(study, series, number).frameOfReference,
  });
  return writeDicom(
    replacing(sliceElements(slice), [
      ...heading,
      ...greyPixels(plane.columns, plane.rows, { allocated: 16, stored: 12, signed: true }, kept(values)),
      text(0x00180010, "LO", contrast.slice(0, longestText)),
      text(0x00180060, "DS", "100"),
      text(0x00281054, "LO", "HU"),
    ]),
  );
}
