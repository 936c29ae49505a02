import { z } from "zod";

/** Readable text, and nothing but text: no markup of the source ever reaches a record. */
export const textBlockSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("heading"), level: z.literal([2, 3]), text: z.string() }).readonly(),
  /** Line breaks inside a paragraph are kept as `\n`. */
  z.object({ type: z.literal("paragraph"), text: z.string() }).readonly(),
  z
    .object({ type: z.literal("list"), ordered: z.boolean(), items: z.array(z.string()).readonly() })
    .readonly(),
  z
    .object({
      type: z.literal("table"),
      head: z.array(z.string()).readonly(),
      rows: z.array(z.array(z.string()).readonly()).readonly(),
    })
    .readonly(),
]);
export type TextBlock = z.infer<typeof textBlockSchema>;
