import { z } from "zod";

/** One code of a terminology. `system` is its URI as FHIR names it, "" where the source gave none. */
export const codingSchema = z
  .object({ system: z.string(), code: z.string(), display: z.string().nullable() })
  .readonly();
export type Coding = z.infer<typeof codingSchema>;

/** What something is: the words a person reads, and every code the source gave. */
export const conceptSchema = z
  .object({ text: z.string(), codings: z.array(codingSchema).readonly() })
  .readonly();
export type Concept = z.infer<typeof conceptSchema>;
