import { z } from "zod";

/** Somewhere in a record that an opinion can point to: a slice, a region of a slide, a loop of an echo. */
export const placeSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    at: z.discriminatedUnion("kind", [
      /** A picture, a loop or an ECG by the numbers that the device gave them; of an ECG, in which lead. */
      z
        .object({
          kind: z.literal("slice"),
          series: z.number(),
          slice: z.number(),
          lead: z.string().optional(),
        })
        .readonly(),
      /** Pixels of level 0: left, top, width, height. */
      z
        .object({
          kind: z.literal("slide-region"),
          slide: z.string(),
          xywh: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly(),
        })
        .readonly(),
      z.object({ kind: z.literal("named") }).readonly(),
    ]),
    measure: z
      .object({
        shape: z.string(),
        millimetres: z.array(z.number()).readonly(),
        text: z.string().nullable(),
        by: z.string().nullable(),
      })
      .readonly()
      .nullable(),
  })
  .readonly();
export type Place = z.infer<typeof placeSchema>;

/** A labelled fact of a report: "Grade: G2", "QRS: 96 ms". */
export const fieldSchema = z
  .object({ name: z.string(), value: z.string(), unit: z.string().nullable() })
  .readonly();
export type Field = z.infer<typeof fieldSchema>;
