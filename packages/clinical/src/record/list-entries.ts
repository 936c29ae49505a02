import { z } from "zod";
import { codingSchema } from "./coding.ts";
import { partialDateSchema } from "./partial-date-schema.ts";

const entry = {
  id: z.string(),
  title: z.string(),
  codings: z.array(codingSchema).readonly(),
  /** In the source's words ("active", "not done"); null where it said nothing. */
  status: z.string().nullable(),
  from: partialDateSchema.nullable(),
  to: partialDateSchema.nullable(),
  note: z.string().nullable(),
};

/** Problems, procedures, immunizations, encounters and plans: `detail` is the place, the dose, what is planned. */
export const listEntrySchema = z.object({ ...entry, detail: z.string().nullable() }).readonly();
export type ListEntry = z.infer<typeof listEntrySchema>;

export const problemEntrySchema = z
  .object({
    ...entry,
    detail: z.string().nullable(),
    /** "confirmed", "provisional", "refuted", … */
    certainty: z.string().nullable(),
    severity: z.string().nullable(),
  })
  .readonly();
export type ProblemEntry = z.infer<typeof problemEntrySchema>;

export const medicineEntrySchema = z
  .object({
    ...entry,
    dose: z.string().nullable(),
    /** "prescribed" is an order, "stated" is what somebody says is taken. */
    basis: z.enum(["prescribed", "stated", "dispensed", "given", "unknown"]),
    takenAsWritten: z.boolean().nullable(),
    reason: z.string().nullable(),
    stoppedBecause: z.string().nullable(),
  })
  .readonly();
export type MedicineEntry = z.infer<typeof medicineEntrySchema>;

export const allergyEntrySchema = z
  .object({
    ...entry,
    reactions: z.array(z.object({ text: z.string(), severity: z.string().nullable() }).readonly()).readonly(),
    severity: z.string().nullable(),
    /** The risk in future: "high", "low"; not the severity of what happened. */
    criticality: z.string().nullable(),
    certainty: z.string().nullable(),
  })
  .readonly();
export type AllergyEntry = z.infer<typeof allergyEntrySchema>;
