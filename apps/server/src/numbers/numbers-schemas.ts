import { feedbackQuestions, fewestToSay, numberedSteps, waitedFor } from "@consilium/clinical";
import { z } from "@hono/zod-openapi";
import { Instant } from "../case/case-schemas.ts";

/** Quartiles; null: fewer than `fewestToSay` values. */
const Spread = z
  .object({ lower: z.number(), median: z.number(), upper: z.number() })
  .nullable()
  .openapi("Spread", { description: `Null: fewer than ${fewestToSay} values` });

const Part = z.object({ count: z.int(), of: z.int() }).openapi("Part");

const StepNumbers = z
  .object({
    step: z.enum(numberedSteps),
    done: z.int(),
    /** Without pauses. */
    days: Spread,
    late: Part,
    open: z.int(),
    openLate: z.int(),
    longestOpen: z.number().nullable(),
  })
  .openapi("StepNumbers");

export const periodDays = ["30", "90", "365"] as const;

export const NumbersQuery = z.object({
  days: z.enum(periodDays).default("90"),
  specialty: z.string().max(64).optional(),
});

export const Numbers = z
  .object({
    from: Instant,
    to: Instant,
    cases: z.int(),
    /** More cases than are counted: the oldest are left out. */
    isCut: z.boolean(),
    specialties: z.array(z.string()),
    steps: z.array(StepNumbers),
    /** What waits for whom now. */
    waiting: z.array(z.object({ for: z.enum(waitedFor), count: z.int(), longest: z.number() })),
    pauses: z.array(z.object({ reason: z.string(), count: z.int(), days: z.number() })),
    completeness: z.object({ complete: Part, gathering: z.int() }),
    reports: z.object({
      signed: z.int(),
      openedByTreating: Part,
      openedByPatient: Part,
      daysToOpen: Spread,
      actedOn: Part,
      recommendations: z.object({
        feasible: z.int(),
        "not-available": z.int(),
        done: z.int(),
        "not-said": z.int(),
      }),
    }),
    urgent: z.object({
      raised: z.int(),
      minutes: Spread,
      inTime: Part,
      escalated: z.int(),
      open: z.int(),
    }),
    feedback: z.object({
      answers: z.int(),
      skipped: z.int(),
      questions: z
        .array(
          z.object({
            question: z.enum(feedbackQuestions),
            said: z.object({ yes: z.int(), partly: z.int(), no: z.int() }),
          }),
        )
        .readonly()
        .nullable(),
    }),
  })
  .openapi("Numbers");
