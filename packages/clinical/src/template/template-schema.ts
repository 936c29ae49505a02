import { z } from "zod";
import { type OpinionTemplate, templatedSections } from "./opinion-template.ts";

const longestText = 4000;

/** What a file of content/opinion has to be. Every line is text, a heading or a point: nothing that the editor lacks. */
export const templateSchema: z.ZodType<OpinionTemplate> = z
  .strictObject({
    id: z.string(),
    version: z.int().positive(),
    specialty: z.string().regex(/^[a-z]+$/u),
    language: z.string().regex(/^[a-z]{2}$/u),
    sections: z.partialRecord(
      z.enum(templatedSections),
      z
        .string()
        .min(1)
        .max(longestText)
        .refine((text) => text === text.trim() && !/[<>`|]|!\[/u.test(text)),
    ),
  })
  .refine(({ id, specialty }) => id === `opinion-${specialty}`)
  .refine(({ sections }) => Object.keys(sections).length > 0);
