import { z } from "zod";
import { day, moment } from "./content-moment.ts";

const place = z.object({
  id: z.string(),
  label: z.string(),
  series: z.number().optional(),
  slice: z.number().optional(),
  lead: z.string().optional(),
  slide: z.string().optional(),
  xywh: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  measure: z
    .object({
      kind: z.string(),
      mm: z.array(z.number()).optional(),
      text: z.string().optional(),
      by: z.string(),
    })
    .optional(),
});
export type DemoPlace = z.infer<typeof place>;

const recordHead = {
  id: z.string(),
  title: z.string(),
  date: moment,
  source: z.string(),
  author: z.string(),
  revealsFirstOpinion: z.boolean(),
};

const note = z.object({
  ...recordHead,
  type: z.string(),
  loinc: z.string(),
  pages: z.number(),
  language: z.string().optional(),
  text: z.string(),
});
const pathology = z.object({
  ...recordHead,
  type: z.string(),
  loinc: z.string(),
  accession: z.string(),
  blocks: z.array(z.string()),
  slides: z.number(),
  scanner: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number()])),
  places: z.array(place),
  text: z.string(),
});
const imaging = z.object({
  ...recordHead,
  modality: z.string(),
  accession: z.string(),
  series: z.array(
    z.object({
      number: z.number(),
      description: z.string(),
      slices: z.number().optional(),
      frames: z.number().optional(),
      images: z.number().optional(),
      seconds: z.number().optional(),
      thicknessMm: z.number().optional(),
    }),
  ),
  places: z.array(place),
  measurements: z.record(z.string(), z.number()).optional(),
  dose: z.object({ dlpMGyCm: z.number() }).optional(),
  contrast: z.string().optional(),
  field: z.string().optional(),
  report: z.string(),
});
const laboratory = z.object({
  id: z.string(),
  title: z.string(),
  loinc: z.string(),
  unit: z.string(),
  ucum: z.string(),
  range: z.object({ low: z.number().nullable(), high: z.number().nullable() }),
  method: z.string().optional(),
  points: z.array(
    z.object({ id: z.string(), day, value: z.number(), interpretation: z.enum(["H", "L", "N"]) }),
  ),
});
const medicine = z.object({
  id: z.string(),
  name: z.string(),
  dose: z.string(),
  from: day,
  to: day.nullable(),
  takenAsWritten: z.boolean().nullable(),
  stopped: z.string().optional(),
});
const allergy = z.object({
  id: z.string(),
  substance: z.string(),
  reaction: z.string(),
  severity: z.string().nullable(),
  certainty: z.string(),
  from: day,
});
const problem = z.object({
  id: z.string(),
  name: z.string(),
  from: day,
  to: day.optional(),
  status: z.string(),
});
const procedure = z.object({ id: z.string(), name: z.string(), day, place: z.string() });

/** The state is what the inventory comes to: it is worked out, and a test compares. What was said is not. */
const inventoryItem = z.object({
  /** A type of record, or a name that only this content uses. */
  id: z.string(),
  what: z.string(),
  state: z.enum(["have", "requested", "unavailable", "not applicable"]),
  said: z
    .object({ by: z.string(), at: moment, because: z.string().optional(), record: z.string().optional() })
    .optional(),
});

/** The records of a case as the content has them. */
export const records = z.object({
  notes: z.array(note),
  pathology: z.array(pathology),
  imaging: z.array(imaging),
  laboratory: z.array(laboratory),
  medicines: z.array(medicine),
  allergies: z.array(allergy),
  problems: z.array(problem),
  procedures: z.array(procedure),
  inventory: z.array(inventoryItem),
});
export type DemoRecords = z.infer<typeof records>;
