import type { PartialDate, TextBlock } from "@consilium/clinical";
import type { BulkPlaces } from "./bulk-places.ts";
import type { DicomJson } from "./dicom-json.ts";
import type { Geometry } from "./geometry.ts";
import type { PixelPlaces } from "./pixel-places.ts";
import type { WaveformPlaces } from "./waveform-places.ts";

export type DicomContent = "picture" | "report" | "waveform" | "document" | "other";

export interface DicomPatient {
  /** "Given Family"; "" where it is not written. */
  readonly name: string;
  readonly id: string;
  readonly birthDate: PartialDate | null;
  readonly sex: "female" | "male" | "other" | "unknown";
}

export interface DicomStudy {
  readonly date: PartialDate | null;
  readonly description: string;
  readonly accession: string | null;
  readonly institution: string;
  readonly referrer: string | null;
}

export interface DicomSeries {
  readonly number: number | null;
  readonly modality: string;
  readonly description: string;
  readonly bodyPart: string | null;
  readonly laterality: string | null;
  readonly frameOfReference: string | null;
}

/** How the pixels are written. */
export interface PixelFormat {
  /** "MONOCHROME2", "PALETTE COLOR"; "" where it is not said. */
  readonly photometric: string;
  readonly samples: number;
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly signed: boolean;
}

/** One DICOM file as what a case needs of it. Plain values: it may be sent between processes and kept as JSON. */
export interface DicomInstance {
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly instanceUid: string;
  readonly sopClass: string;
  /** Of the stored bytes. */
  readonly transferSyntax: string;
  readonly content: DicomContent;
  readonly patient: DicomPatient;
  readonly study: DicomStudy;
  readonly series: DicomSeries;
  readonly instanceNumber: number | null;
  readonly rows: number;
  readonly columns: number;
  /** As the file says; 0 without pixels. Those that can be read are in `pixels`. */
  readonly frames: number;
  readonly geometry: Geometry;
  readonly format: PixelFormat;
  readonly pixels: PixelPlaces | null;
  /** Recorded curves. Not there in what was filed before they were read. */
  readonly waveform?: WaveformPlaces | null;
  /** Palettes and overlays that the metadata does not hold. Not there in what was filed before they were looked at. */
  readonly bulk?: BulkPlaces | null;
  /** What a structured report says, under its title; without one nothing. */
  readonly report: {
    readonly title: string;
    readonly author: string | null;
    readonly blocks: readonly TextBlock[];
  } | null;
  readonly metadata: DicomJson;
}

/** What a frame is drawn by. */
export type PicturedInstance = Pick<
  DicomInstance,
  "content" | "transferSyntax" | "format" | "rows" | "columns"
>;
