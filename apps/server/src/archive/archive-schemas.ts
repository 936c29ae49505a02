import { z } from "@hono/zod-openapi";
import { Day } from "../case/case-schemas.ts";

/** Nothing that an archive would take as a sign: `*` and `?` stand for anything, `^`, `=` and `\` part names and values. */
const Term = z
  .string()
  .trim()
  .max(64)
  .regex(/^[^*?\\^=\p{Cc}]+$/u);

/** Letters of a family's name that are enough to search by it. */
const fewestLetters = 2;

export const ArchiveSearch = z
  .strictObject({
    family: Term.min(fewestLetters).optional(),
    given: Term.optional(),
    born: Day.optional(),
    patientId: Term.optional(),
    accession: Term.optional(),
    /** The study's date, from and to, both within. */
    from: Day.optional(),
    to: Day.optional(),
    modality: z
      .string()
      .regex(/^[A-Z]{2,16}$/)
      .optional(),
  })
  .openapi("ArchiveSearch");
export type ArchiveSearch = z.infer<typeof ArchiveSearch>;

/** Whether it looks for somebody: nobody lists everyone whom a hospital knows. */
export const looksForSomebody = ({ family, patientId, accession }: ArchiveSearch): boolean =>
  (family ?? patientId ?? accession) !== undefined;

export const ArchiveName = z.object({ id: z.string(), name: z.string() }).openapi("Archive");

export const ArchiveStudy = z
  .object({
    study: z.string(),
    name: z.string(),
    born: z.string().nullable(),
    /** Whether name and birth date may be those of the case's patient. */
    fits: z.boolean(),
    patientId: z.string(),
    accession: z.string(),
    date: z.string().nullable(),
    description: z.string(),
    modalities: z.array(z.string()),
    images: z.int().nullable(),
  })
  .openapi("ArchiveStudy");

export const ArchiveStudies = z
  .object({
    items: z.array(ArchiveStudy),
    /** There are others: whoever looks for one says more. */
    more: z.boolean(),
  })
  .openapi("ArchiveStudies");
