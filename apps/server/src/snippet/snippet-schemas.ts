import { sections } from "@consilium/workspace";
import { z } from "@hono/zod-openapi";
import { Ulid } from "../case/case-schemas.ts";

/** How many somebody may have, and how long one may be. In characters. */
export const mostSnippets = 200;
export const longestSnippet = 10_000;

/** No controls but the end of a line. */
const words = z.string().regex(/^[^\p{Cc}\n]*(?:\n[^\p{Cc}\n]*)*$/u);

export const SnippetInput = z.object({
  name: words.trim().min(1).max(80),
  /** The section of an opinion that it is for; null: any. */
  section: z.enum(sections.opinion).nullable(),
  /** Light Markdown: headings, points, bold, italic. Nothing of a patient. */
  text: words.min(1).max(longestSnippet),
});

export const SnippetAnswer = SnippetInput.extend({ id: Ulid }).openapi("Snippet");

export const SnippetList = z.object({ items: z.array(SnippetAnswer), most: z.int(), longest: z.int() });
