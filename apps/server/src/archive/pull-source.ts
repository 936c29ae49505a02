import { z } from "@hono/zod-openapi";

/** Sealed beside a delivery whose files are fetched: from where, and what. */
export const PullSource = z.object({
  /** Its id, and its name as it was then. */
  archive: z.string(),
  name: z.string(),
  study: z.string(),
  description: z.string(),
  date: z.string().nullable(),
});
export type PullSource = z.infer<typeof PullSource>;
