import { z } from "zod";

/** What whoever signs is shown, as far as tests read it. */
export const Sheet = z.object({
  basis: z.string(),
  state: z.string(),
  open: z.array(
    z.object({
      key: z.string(),
      rule: z.string(),
      level: z.string(),
      target: z.object({ section: z.string(), item: z.string().optional() }),
    }),
  ),
  inputs: z.array(z.object({ name: z.string(), sequence: z.number() })),
});

/** The reports of a case, as far as tests read them. */
export const Reports = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      n: z.number(),
      opinion: z.string(),
      state: z.string(),
      digest: z.string(),
      receipts: z.array(z.unknown()),
      own: z.object({ acknowledged: z.string().nullable(), changeSeen: z.string().nullable() }),
    }),
  ),
  feasibility: z.array(z.looseObject({ item: z.string(), state: z.string(), note: z.string().nullable() })),
});
