import { type DataSet } from "./data-set.ts";
import type { DicomContent } from "./dicom-instance.ts";
import { pixelElement } from "./pixel-places.ts";

const storage = "1.2.840.10008.5.1.4.1.1.";
const under = (uid: string, ...ends: readonly string[]): boolean =>
  ends.some((end) => uid === storage + end || uid.startsWith(`${storage}${end}.`));

export const mediaDirectory = "1.2.840.10008.1.3.10";

/** Basic text, enhanced, comprehensive, mammography, dose: everything that is a content tree. */
const isReport = (sopClass: string): boolean => under(sopClass, "88");

/** Grey-scale, colour, blending and volume presentation states: how pictures are to be shown. */
export const isPresentationState = (sopClass: string): boolean => under(sopClass, "11");

/**
 * What a plain viewer would show wrongly or not at all: PET (128, 130), segmentations and other derived objects (66), radiotherapy
 * (481) without its images and doses. Null: it would not.
 */
export function ownViewerOf(
  sopClass: string,
): "segmentation" | "pet" | "structures" | "plan" | "kind" | null {
  if (under(sopClass, "481.1", "481.2")) return null;
  if (under(sopClass, "128", "130")) return "pet";
  if (under(sopClass, "66.4", "66.5", "66.7")) return "segmentation";
  if (under(sopClass, "481.3")) return "structures";
  if (under(sopClass, "481.5", "481.8")) return "plan";
  return under(sopClass, "66", "481") ? "kind" : null;
}

const contentSequence = 0x0040a730;
const waveformSequence = 0x54000100;
const encapsulatedDocument = 0x00420011;

/** By what lies in it; the SOP class says so of an empty report. */
export function contentOf(data: DataSet, sopClass: string): DicomContent {
  if (pixelElement(data) !== null) return "picture";
  if (data.has(encapsulatedDocument)) return "document";
  if (data.has(waveformSequence)) return "waveform";
  return isReport(sopClass) || data.has(contentSequence) ? "report" : "other";
}
