import { z } from "zod";
import { recordTypes } from "./record-types.ts";
import type { Checklist } from "./specialty-list.ts";

/** One sentence, on a line of its own. */
const Blocks = z
  .string()
  .max(140)
  .regex(/^\p{Lu}[^.\p{Cc}]*\.$/u);

/** What a file of content/checklist has to be: each type once with what it blocks, the ones that no opinion does without first. */
export const checklistSchema: z.ZodType<Checklist> = z
  .strictObject({
    id: z.string(),
    version: z.int().positive(),
    specialty: z.string().regex(/^[a-z]+$/u),
    records: z
      .array(z.strictObject({ type: z.enum(recordTypes), isCore: z.boolean(), blocks: Blocks }))
      .min(1),
  })
  .refine(({ id, specialty }) => id === `checklist-${specialty}`)
  .refine(({ records }) => new Set(records.map(({ type }) => type)).size === records.length)
  .refine(({ records }) => records.findLastIndex(({ isCore }) => isCore) < firstUseful(records));

const firstUseful = (records: Checklist["records"]): number => {
  const at = records.findIndex(({ isCore }) => !isCore);
  return at === -1 ? records.length : at;
};
