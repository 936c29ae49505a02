import { z } from "zod";

/** A day as an offset from "today", and a time in the zone of the clock or person that it belongs to. */
export const moment = z.object({ day: z.number().int(), time: z.string().regex(/^\d\d:\d\d$/) });
export type Moment = z.infer<typeof moment>;

/** A day alone, as an offset. */
export const day = z.number().int();
