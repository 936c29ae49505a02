import { z } from "zod";
import { storedFileSchema } from "./stored-file.ts";

/** A PDF. `pages` is null where a password is needed to open it. */
export const documentContentSchema = z
  .object({
    file: storedFileSchema,
    pages: z.number().int().positive().nullable(),
    /** Whether words can be selected and searched, or the pages are pictures. */
    hasText: z.boolean(),
  })
  .readonly();
export type DocumentContent = z.infer<typeof documentContentSchema>;

/** Width and height in pixels, as the picture is shown: upright. */
export const pictureSchema = z
  .object({
    file: storedFileSchema,
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    /** What came, where a browser cannot show it (HEIC, TIFF): kept beside the picture that was made of it. */
    original: storedFileSchema.nullable(),
  })
  .readonly();
export type Picture = z.infer<typeof pictureSchema>;

/** Photographs of papers, or of anything else: each is a page, in their order. */
export const picturesContentSchema = z.object({ pictures: z.array(pictureSchema).readonly() }).readonly();
export type PicturesContent = z.infer<typeof picturesContentSchema>;
