import { accessNeeds, decisionTimes, hearings, opinionKinds } from "@consilium/clinical";
import { z } from "@hono/zod-openapi";
import { Day, Instant, Ulid } from "../case/case-schemas.ts";

const line = (most: number) => z.string().trim().max(most);
const TextVersion = z.object({ id: z.string().max(64), version: z.int().min(1) });
const country = z.string().regex(/^[A-Z]{2}$/);

const Safety = z.object({ text: TextVersion, signs: z.array(z.string().max(40)).max(30) });
const Place = z.object({ country, region: line(100).nullable(), kind: z.enum(opinionKinds) });
const Treating = z.object({ has: z.boolean(), name: line(200), workplace: line(200), contact: line(200) });
const Help = z.object({
  interpreter: z.boolean(),
  needs: z.array(z.enum(accessNeeds)).max(accessNeeds.length),
  note: line(500),
});
const Person = z.object({ name: line(200), born: Day.nullable(), sex: line(40).nullable() });

/** Whatever is said now; what is left out stays as it was. */
export const IntakeChange = z
  .strictObject({
    /** Null: it is not answered any more. */
    safety: Safety.nullable(),
    place: Place,
    person: Person,
    language: z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$/),
    treating: Treating,
    help: Help,
    decide: z.object({ when: z.enum(decisionTimes), day: Day.nullable() }),
    hearing: z.enum(hearings),
  })
  .partial()
  .openapi("IntakeChange");
export type IntakeChange = z.infer<typeof IntakeChange>;

/** The way that is wanted now. */
export const HearingChange = z.strictObject({ hearing: z.enum(hearings) });

const said = { seat: Ulid, at: Instant };

export const IntakeAnswer = z
  .object({
    patient: Person,
    language: z.string(),
    decideBy: Day.nullable(),
    safety: Safety.extend(said).optional(),
    place: Place.extend(said).optional(),
    treating: Treating.optional(),
    help: Help.optional(),
    decide: z.enum(decisionTimes).optional(),
    hearing: z.enum(hearings).optional(),
    /** Countries, or states of them (`US-NY`), to whose patients the programme gives clinical opinions. */
    clinicalIn: z.array(z.string()),
    consent: z
      .object({ text: TextVersion, seat: Ulid, at: Instant, basis: z.string().nullable() })
      .nullable(),
  })
  .openapi("Intake");

export const GivenConsent = z.strictObject({
  text: TextVersion,
  /** How the patient agreed, where a clinician says so for them. */
  basis: line(500).nullable().default(null),
});
