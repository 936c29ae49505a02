import { z } from "zod";
import type { Glossary } from "./glossary.ts";

const words = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .refine((text) => text === text.trim());

/** What a file of content/glossary has to be; each form of a word stands for one term. */
export const glossarySchema: z.ZodType<Glossary> = z
  .strictObject({
    id: z.string().regex(/^glossary-[a-z]{2}$/u),
    version: z.int().positive(),
    language: z.string().regex(/^[a-z]{2}$/u),
    terms: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z][a-z-]*$/u),
          term: words(2, 40),
          also: z.array(words(2, 40)),
          plain: words(5, 200).refine((text) => text.endsWith(".")),
        }),
      )
      .min(1),
  })
  .refine(({ terms }) => isUnique(terms.map(({ id }) => id)))
  .refine(({ terms }) => isUnique(terms.flatMap(({ term, also }) => [term, ...also]).map(lower)));

const lower = (form: string): string => form.toLowerCase();
const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;
