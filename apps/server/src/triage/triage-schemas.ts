import { besidePatient, offerModes, offerStates } from "@consilium/clinical";
import { z } from "@hono/zod-openapi";
import { Instant, Ulid } from "../case/case-schemas.ts";

const specialty = z.string().trim().min(1).max(64);
const language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const country = z.string().regex(/^[A-Z]{2}$/);

export const PracticeInput = z.object({
  specialties: z.array(specialty).max(20),
  languages: z.array(language).max(20),
  countries: z.array(country).max(60),
  /** How many cases at once. */
  most: z.int().min(0).max(50),
  takes: z.boolean(),
});

export const Practice = PracticeInput.openapi("Practice");

const Licence = z.object({ number: z.string(), authority: z.string(), country: z.string() });

const fit = z.enum(["yes", "no", "unknown"]);

export const CandidateAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    initials: z.string(),
    profession: z.string().nullable(),
    workplace: z.string().nullable(),
    licence: Licence.nullable(),
    practice: Practice.nullable(),
    /** Cases in hand now. */
    load: z.int(),
    fit: z.object({ specialty: fit, language: fit, room: fit, country: fit }),
    /** Their place at the patient's side or among who treats them, which no offer goes with. */
    place: z.enum(besidePatient).nullable(),
    /** The workplace that they share with the side that refers. */
    conflict: z.string().nullable(),
  })
  .openapi("Candidate");

export const OfferInCase = z
  .object({
    id: Ulid,
    person: z.object({
      id: z.string(),
      name: z.string(),
      initials: z.string(),
      workplace: z.string().nullable(),
    }),
    mode: z.enum(offerModes),
    state: z.enum(offerStates),
    at: Instant,
    due: Instant,
    answered: Instant.nullable(),
    note: z.string().nullable(),
    /** Why it was declined. */
    reason: z.string().nullable(),
    /** What who accepted says of their interests. */
    conflicts: z.string().nullable(),
    licence: Licence.nullable(),
  })
  .openapi("OfferInCase");

export const TriageAnswer = z
  .object({
    questions: z.array(
      z.object({
        id: Ulid,
        rank: z.int(),
        text: z.string(),
        textForBlind: z.string().nullable(),
        withdrawn: z.boolean(),
      }),
    ),
    /** Where the patient is, and the language of the opinion. */
    country: z.string().nullable(),
    language: z.string(),
    /** The best first; who has a specialist's seat already is left out. */
    candidates: z.array(CandidateAnswer),
    offers: z.array(OfferInCase),
    /** Deadlines that were moved. */
    extensions: z.array(
      z.object({
        id: Ulid,
        clock: Ulid,
        from: Instant,
        to: Instant,
        at: Instant,
        by: Ulid,
        reason: z.string(),
      }),
    ),
    /** What deadlines leave out. */
    calendar: z.enum(["holidays", "weekends"]),
  })
  .openapi("Triage");

/** What somebody without a seat is shown of a case that they are asked to take. */
export const OfferToMe = z
  .object({
    id: Ulid,
    mode: z.enum(offerModes),
    at: Instant,
    /** Answer by then. */
    due: Instant,
    by: z.string(),
    programme: z.string(),
    note: z.string().nullable(),
    specialty: z.string(),
    tier: z.enum(["standard", "expedited"]),
    state: z.string(),
    language: z.string(),
    patientLanguage: z.string(),
    country: z.string().nullable(),
    questions: z.array(z.string()),
    /** When the opinion, or the blind read, is due. Null: its clock has not begun. */
    workDue: Instant.nullable(),
    licence: Licence.nullable(),
  })
  .openapi("OfferToMe");

export const OfferList = z.object({ items: z.array(OfferToMe) }).openapi("OfferList");
