import { z } from "zod";

/** Why a series lies here without being drawn: each has a sentence in the catalogue. */
export const notDisplayedReasons = [
  // Kinds that need a viewer which is not built.
  "segmentation",
  "pet",
  /** Contours of radiotherapy. */
  "structures",
  /** A plan of radiotherapy. */
  "plan",
  /** How other pictures are to be shown. */
  "presentation",
  "kind",
  // Pixels in a form that nobody here decodes.
  "film",
  "htj2k",
  "jpeg-xl",
  "syntax",
  "no-pixels",
  /** A curve longer than is drawn. */
  "too-long",
] as const;
export type NotDisplayedReason = (typeof notDisplayedReasons)[number];

/** Two pictures of a series between which others seem to be missing: the places at which they are looked at, from 1. */
export const seriesGapSchema = z
  .object({
    after: z.number().int().positive(),
    before: z.number().int().positive(),
    /** How many would fit between them. */
    missing: z.number().int().positive(),
  })
  .readonly();
export type SeriesGap = z.infer<typeof seriesGapSchema>;

/** Gaps of one series that are named: a series with more of them is not whole either way. */
export const mostGaps = 100;

/** One DICOM series as it was received. */
export const imageSeriesSchema = z
  .object({
    uid: z.string(),
    number: z.number().int().nullable(),
    modality: z.string(),
    description: z.string(),
    bodyPart: z.string().nullable(),
    laterality: z.string().nullable(),
    /** Files. */
    instances: z.number().int().positive(),
    /** Pictures: slices, or frames of a loop. */
    frames: z.number().int().nonnegative(),
    /** Files with curves that can be drawn: ECGs. What was filed before they were drawn says nothing of them. */
    tracings: z.number().int().nonnegative().default(0),
    frameOfReference: z.string().nullable(),
    thicknessMm: z.number().nullable(),
    /** Null: it can be looked at. */
    notDisplayed: z.enum(notDisplayedReasons).nullable(),
    /** Not there: none are known. */
    gaps: z.array(seriesGapSchema).max(mostGaps).readonly().optional(),
  })
  .readonly();
export type ImageSeries = z.infer<typeof imageSeriesSchema>;

/** A DICOM study as it was received; its pixels and the rest of its metadata are behind DICOMweb. */
export const imagingStudyContentSchema = z
  .object({
    studyUid: z.string(),
    accession: z.string().nullable(),
    /** "CT", "MR": of the series, each once. */
    modalities: z.array(z.string()).readonly(),
    /** In the order of their numbers. */
    series: z.array(imageSeriesSchema).readonly(),
    bytes: z.number().int().nonnegative(),
    /** Files whose identifier another file bears too, with other content: that one is in a record of its own. Not there: none. */
    sameIdentifiers: z.number().int().positive().optional(),
  })
  .readonly();
export type ImagingStudyContent = z.infer<typeof imagingStudyContentSchema>;
