import { recordTypes, templatedSections, templateText } from "@consilium/clinical";
import { z } from "@hono/zod-openapi";
import { Instant, Ulid } from "../case/case-schemas.ts";

/** How many templates a programme may have. */
export const mostTemplates = 100;
/** In characters. */
export const longestTemplateName = 80;
export const longestSafetyNote = 1000;
const longestBlocks = 200;

export const Specialty = z.string().regex(/^[a-z]{1,40}$/u);

/** The version that whoever saves had before them; 0: there was none. */
const from = z.int().min(0).max(1_000_000);

const line = z
  .string()
  .trim()
  .min(1)
  .max(longestTemplateName)
  .regex(/^[^\p{Cc}]+$/u);

/** As they are kept, a version each. */
export const KeptTemplate = z.object({
  name: line,
  specialty: Specialty,
  /** BCP 47, the primary subtag alone. */
  language: z.string().regex(/^[a-z]{2}$/u),
  /** Light Markdown by section, at least one; what is to be filled in stands as `[…]`. Nothing of a patient. */
  sections: z
    .partialRecord(z.enum(templatedSections), z.string().trim().pipe(templateText))
    .refine((sections) => Object.keys(sections).length > 0),
});

/** What cannot be judged without a record, on one line. */
const blocks = z
  .string()
  .trim()
  .min(1)
  .max(longestBlocks)
  .regex(/^[^\p{Cc}]+$/u);

export const KeptList = z.object({
  /** Each type once; those without which there is no opinion first. */
  records: z
    .array(
      z.object({
        type: z.enum(recordTypes),
        isCore: z.boolean(),
        /** Null: what the list that comes along says of it. */
        blocks: blocks.nullable().default(null),
      }),
    )
    .min(1)
    .max(recordTypes.length)
    .refine((records) => new Set(records.map(({ type }) => type)).size === records.length)
    .transform((records) => records.toSorted((one, other) => Number(other.isCore) - Number(one.isCore))),
});

export const KeptSafety = z.object({
  text: z
    .string()
    .trim()
    .min(1)
    .max(longestSafetyNote)
    .regex(/^[^\p{Cc}\n]*(?:\n[^\p{Cc}\n]*)*$/u),
});

/** Which version of it this is, and who wrote it when. */
const written = { version: z.int().positive(), changed: Instant, by: z.string() };

export const TemplateInput = KeptTemplate.extend({ from });
export const ProgrammeTemplate = KeptTemplate.extend({ id: Ulid, ...written }).openapi("ProgrammeTemplate");

export const ListInput = KeptList.extend({ from });
export const ProgrammeList = KeptList.extend({ specialty: Specialty, ...written }).openapi("ProgrammeList");

export const SafetyInput = KeptSafety.extend({ from });
export const ProgrammeSafety = KeptSafety.extend(written).openapi("ProgrammeSafety");

export const TakeBack = z.object({ from: z.coerce.number().int().positive().max(1_000_000) });

export const ProgrammeContent = z
  .object({
    programme: z.string(),
    /** By specialty and name. */
    templates: z.array(ProgrammeTemplate),
    mostTemplates: z.int(),
    /** Of the specialties that the programme has its own list for. */
    lists: z.array(ProgrammeList),
    /** What it adds to the words of the gate of emergencies; null: nothing. */
    safety: ProgrammeSafety.nullable(),
  })
  .openapi("ProgrammeContent");

/** What a case has of its programme's content. */
export const CaseTemplates = z.object({
  /** For its specialty, by name. */
  items: z.array(KeptTemplate.omit({ specialty: true }).extend({ id: Ulid, version: z.int().positive() })),
});
