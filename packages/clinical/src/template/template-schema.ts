import { z } from "zod";
import { type OpinionTemplate, templatedSections } from "./opinion-template.ts";

/** In characters, of one section. */
export const longestTemplateText = 4000;

/** Text of a section. Every line is text, a heading or a point: nothing that the editor lacks. */
export const templateText: z.ZodType<string, string> = z
  .string()
  .min(1)
  .max(longestTemplateText)
  .refine((text) => text === text.trim() && !/[<>`|]|!\[/u.test(text));

/** What a file of content/opinion has to be. */
export const templateSchema: z.ZodType<OpinionTemplate> = z
  .strictObject({
    id: z.string(),
    version: z.int().positive(),
    specialty: z.string().regex(/^[a-z]+$/u),
    language: z.string().regex(/^[a-z]{2}$/u),
    sections: z.partialRecord(z.enum(templatedSections), templateText),
  })
  .refine(({ id, specialty }) => id === `opinion-${specialty}`)
  .refine(({ sections }) => Object.keys(sections).length > 0);
