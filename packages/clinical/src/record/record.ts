import { z } from "zod";
import { conceptSchema } from "./coding.ts";
import { editionSchema } from "./edition.ts";
import { imagingStudyContentSchema } from "./imaging-study.ts";
import { laboratorySeriesSchema } from "./laboratory.ts";
import {
  allergyEntrySchema,
  listEntrySchema,
  medicineEntrySchema,
  problemEntrySchema,
} from "./list-entries.ts";
import { documentContentSchema, picturesContentSchema } from "./paper.ts";
import { partialDateSchema } from "./partial-date-schema.ts";
import { fieldSchema, placeSchema } from "./place.ts";
import { slideContentSchema } from "./slide.ts";
import { textBlockSchema } from "./text-block.ts";

const blocks = z.array(textBlockSchema).readonly();
const fields = z.array(fieldSchema).readonly();
const places = z.array(placeSchema).readonly();

export const noteContentSchema = z
  .object({ blocks, pages: z.number().int().positive().nullable() })
  .readonly();
export type NoteContent = z.infer<typeof noteContentSchema>;

export const pathologyContentSchema = z
  .object({
    blocks,
    fields,
    places,
    accession: z.string().nullable(),
    /** Names of the paraffin blocks, as on the report. */
    specimenBlocks: z.array(z.string()).readonly(),
    slideCount: z.number().int().nonnegative().nullable(),
    scanner: z.string().nullable(),
  })
  .readonly();
export type PathologyContent = z.infer<typeof pathologyContentSchema>;

/** `images` counts slices, frames or pictures; it is what the report says, not what has been received. */
export const imagingSeriesSchema = z
  .object({
    number: z.number().nullable(),
    description: z.string(),
    images: z.number().int().nonnegative().nullable(),
    thicknessMm: z.number().nullable(),
    seconds: z.number().nullable(),
  })
  .readonly();
export type ImagingSeries = z.infer<typeof imagingSeriesSchema>;

export const imagingReportContentSchema = z
  .object({
    blocks,
    fields,
    places,
    accession: z.string().nullable(),
    /** DICOM modality: CT, MR, US, DX, ECG; "" where unknown. */
    modality: z.string(),
    series: z.array(imagingSeriesSchema).readonly(),
  })
  .readonly();
export type ImagingReportContent = z.infer<typeof imagingReportContentSchema>;

const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.object({ entries: z.array(entry).readonly() }).readonly();

/** What every record has, whatever its kind. */
const heading = {
  id: z.string(),
  title: z.string().min(1).max(300),
  /** When it was made or, of a list, when it was last changed. */
  date: partialDateSchema.nullable(),
  /** The institution or file it came from. */
  source: z.string(),
  author: z.string().nullable(),
  /** BCP 47, where it is known. */
  language: z.string().nullable(),
  /** The type of document or study: "Operation note", LOINC 11504-8. */
  code: conceptSchema.nullable(),
  /** A seat that reads blind does not get a record that reveals the first opinion. */
  revealsFirstOpinion: z.boolean(),
  /** Which version of which document it was read from; left out where the file does not say. */
  edition: editionSchema.optional(),
};

const ofKind = <Kind extends string, Content extends z.ZodType>(kind: Kind, content: Content) =>
  z.object({ ...heading, kind: z.literal(kind), content }).readonly();

/**
 * One item of the records rail. Parsed where it comes from outside or from the database. ECG tracings
 * become a further kind of this union.
 */
export const recordSchema = z.discriminatedUnion("kind", [
  ofKind("note", noteContentSchema),
  ofKind("document", documentContentSchema),
  ofKind("pictures", picturesContentSchema),
  ofKind("pathology", pathologyContentSchema),
  ofKind("slide", slideContentSchema),
  ofKind("imaging-study", imagingStudyContentSchema),
  ofKind("imaging-report", imagingReportContentSchema),
  ofKind("laboratory", z.object({ series: z.array(laboratorySeriesSchema).readonly() }).readonly()),
  ofKind("medicines", listOf(medicineEntrySchema)),
  ofKind("allergies", listOf(allergyEntrySchema)),
  ofKind("problems", listOf(problemEntrySchema)),
  ofKind("procedures", listOf(listEntrySchema)),
  ofKind("immunizations", listOf(listEntrySchema)),
  ofKind("encounters", listOf(listEntrySchema)),
  ofKind("plans", listOf(listEntrySchema)),
]);
export type ClinicalRecord = z.infer<typeof recordSchema>;
export type RecordKind = ClinicalRecord["kind"];
export type RecordOf<Kind extends RecordKind> = Extract<ClinicalRecord, { readonly kind: Kind }>;
