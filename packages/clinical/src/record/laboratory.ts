import { z } from "zod";
import { codingSchema, conceptSchema } from "./coding.ts";
import { partialDateSchema } from "./partial-date-schema.ts";

/** `text` is the number as the source wrote it: 60.0 stays 60.0. `number` is for drawing and comparing. */
export const decimalSchema = z
  .object({ text: z.string().max(60), number: z.number() })
  .refine((decimal) => Number(decimal.text) === decimal.number, "the text says another number")
  .readonly();
export type Decimal = z.infer<typeof decimalSchema>;

/** At least one of the three is given. `text` is the laboratory's own wording. */
export const referenceRangeSchema = z
  .object({ low: decimalSchema.nullable(), high: decimalSchema.nullable(), text: z.string().nullable() })
  .readonly();
export type ReferenceRange = z.infer<typeof referenceRangeSchema>;

export const comparatorSchema = z.enum(["<", "<=", ">=", ">"]);
export type Comparator = z.infer<typeof comparatorSchema>;

export const laboratoryValueSchema = z.discriminatedUnion("kind", [
  /** In the unit of the series. `<5` has a comparator: it is not the number 5. */
  z
    .object({
      kind: z.literal("quantity"),
      value: decimalSchema,
      comparator: comparatorSchema.nullable(),
    })
    .readonly(),
  z.object({ kind: z.literal("text"), text: z.string() }).readonly(),
  z.object({ kind: z.literal("coded"), concept: conceptSchema }).readonly(),
  /** Ordered or done, and no value: why, in words. */
  z.object({ kind: z.literal("absent"), reason: z.string() }).readonly(),
]);
export type LaboratoryValue = z.infer<typeof laboratoryValueSchema>;

/** `code` of HL7 v3 ObservationInterpretation (N, H, L, HH, LL, A, POS, …), "" where the source only had words. */
export const interpretationSchema = z.object({ code: z.string(), text: z.string() }).readonly();
export type Interpretation = z.infer<typeof interpretationSchema>;

/** One observation. Its `id` is what an anchor on a value names. */
export const laboratoryPointSchema = z
  .object({
    id: z.string(),
    date: partialDateSchema.nullable(),
    value: laboratoryValueSchema,
    range: referenceRangeSchema.nullable(),
    interpretation: interpretationSchema.nullable(),
    /** Only where it is not final: preliminary, corrected, cancelled. */
    status: z.string().nullable(),
    note: z.string().nullable(),
    /** The laboratory's own number, where it is one that means the same in every file. */
    source: z.string().optional(),
    /** What it was measured in, where the source says so. */
    specimen: z.string().optional(),
  })
  .readonly();
export type LaboratoryPoint = z.infer<typeof laboratoryPointSchema>;

/** `text` as people write it (µg/L), `ucum` as machines do (ug/L); null where the source gave no UCUM code. */
export const unitSchema = z.object({ text: z.string(), ucum: z.string().nullable() }).readonly();
export type Unit = z.infer<typeof unitSchema>;

/** One analyte in one unit over time, oldest point first. Different units are different series. */
export const laboratorySeriesSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    codings: z.array(codingSchema).readonly(),
    unit: unitSchema.nullable(),
    /** The panel it was reported in ("Lipid panel"), where one is known. */
    group: z.string().nullable(),
    method: z.string().nullable(),
    points: z.array(laboratoryPointSchema).readonly(),
  })
  .readonly();
export type LaboratorySeries = z.infer<typeof laboratorySeriesSchema>;
