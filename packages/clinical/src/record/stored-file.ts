import { z } from "zod";

/** A file of the case, sealed where it lies. */
export const storedFileSchema = z
  .object({
    id: z.string(),
    /** As it came, without folders. */
    name: z.string(),
    /** By its content, never by its name. */
    mediaType: z.string(),
    bytes: z.number().int().nonnegative(),
    /** Of the bytes as they are handed out, lower-case hexadecimal: what anchors name. */
    sha256: z.string(),
  })
  .readonly();
export type StoredFile = z.infer<typeof storedFileSchema>;
