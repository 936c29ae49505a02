import { roles, tiers } from "@consilium/clinical";
import { z } from "zod";
import { day, moment } from "./content-moment.ts";
import { records } from "./content-records.ts";

const section = z.object({ title: z.string(), md: z.string() });

const person = z.object({
  id: z.string(),
  name: z.string(),
  initials: z.string(),
  login: z.string().optional(),
  zone: z.string(),
  profession: z.string().optional(),
  workplace: z.string().optional(),
  licence: z.object({ number: z.string(), country: z.string(), checked: day }).optional(),
  born: day.optional(),
  sex: z.string().optional(),
});
export type DemoPerson = z.infer<typeof person>;

const seat = z.object({
  id: z.string(),
  person: z.string(),
  role: z.enum(roles),
  mode: z.enum(["author", "blind", "attesting"]).optional(),
  from: day,
  to: day.nullable(),
  basis: z.string(),
  scope: z.array(z.string()).optional(),
});
export type DemoSeat = z.infer<typeof seat>;

const lifecycle = z.object({
  id: z.string(),
  at: moment,
  event: z.string(),
  by: z.string(),
  note: z.string().optional(),
});

const clock = z.object({
  id: z.string(),
  name: z.string(),
  from: moment.nullable(),
  due: moment.nullable(),
  met: moment.optional(),
  zone: z.string(),
  pauses: z.array(z.object({ from: moment, to: moment, reason: z.string() })),
});

const request = z.object({
  id: z.string(),
  what: z.string(),
  /** The item of the inventory that it is for. */
  item: z.string().optional(),
  from: z.string(),
  /** Who is asked. */
  of: z.string(),
  asked: moment,
  by: z.string(),
  due: moment,
  state: z.enum(["open", "here", "unavailable"]),
  answered: moment.optional(),
  required: z.boolean().optional(),
  message: z.string().optional(),
  why: z.string().optional(),
  answer: z.object({ by: z.string(), at: moment, text: z.string() }).optional(),
});

const meeting = z.object({
  id: z.string(),
  by: z.string(),
  called: moment,
  /** From when on its pages were written. */
  written: moment,
  /** When it begins, in its own zone. */
  at: moment,
  zone: z.string(),
  minutes: z.number().int(),
  /** People; a guest comes by a link and has no seat to be asked by. */
  who: z.array(z.string()),
  state: z.enum(["proposed", "held"]),
});

const question = z.object({
  id: z.string(),
  rank: z.number().int(),
  text: z.string(),
  textForBlind: z.string().optional(),
  by: z.string(),
  version: z.number().int(),
  earlier: z.array(z.string()).optional(),
  withdrawn: moment.optional(),
});
export type DemoQuestion = z.infer<typeof question>;

const writtenDocument = z.object({
  sections: z.array(section.extend({ id: z.string() })).optional(),
  by: z.string().optional(),
  signed: moment.optional(),
});

/** Fields differ by kind: the vocabulary of `workspace` says which there are. */
const item = z.looseObject({ id: z.string(), kind: z.string(), rank: z.string(), by: z.string().optional() });
export type DemoItem = z.infer<typeof item>;

const reply = z.object({
  id: z.string(),
  seat: z.string(),
  at: moment,
  audience: z.enum(["clinicians", "everyone", "private"]),
  body: z.string(),
});
const thread = reply.extend({
  kind: z.enum(["comment", "question", "suggestion", "mark", "aside"]),
  target: z.string(),
  section: z.string().optional(),
  record: z.string().optional(),
  place: z.string().optional(),
  quote: z.string(),
  quoteAtCreation: z.string().optional(),
  prefix: z.string(),
  suffix: z.string(),
  replacement: z.string().optional(),
  status: z.enum(["open", "resolved", "answered", "accepted"]),
  replies: z.array(reply),
  resolved: z.object({ seat: z.string(), at: moment, how: z.string() }).optional(),
});
export type DemoThread = z.infer<typeof thread>;

const step = z.object({
  n: z.number().int(),
  who: z.string(),
  dayOffset: day,
  hour: z.string(),
  section: z.string(),
  place: z.enum(["end", "match"]),
  find: z.object({ before: z.string(), after: z.string() }).nullable(),
  delete: z.string(),
  insert: z.string(),
  suggestion: z.string().optional(),
});
export type DemoStep = z.infer<typeof step>;

const opinion = z.object({
  id: z.string(),
  state: z.enum(["draft", "signed"]),
  authors: z.array(z.string()),
  lead: z.string(),
  signed: moment.optional(),
  shared: z.array(
    z.object({ with: z.enum(["patient", "care-team"]), mode: z.enum(["version", "live"]), at: moment }),
  ),
  sections: z.record(z.string(), section),
  items: z.array(item),
});

export const demoCaseSchema = z.object({
  schema: z.literal("consilium-demo-case/1"),
  case: z.object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    specialty: z.string(),
    state: z.string(),
    tier: z.enum(tiers),
    patient: z.string(),
    lead: z.string(),
    jurisdiction: z.string(),
    country: z.string(),
    language: z.string(),
    patientLanguage: z.string(),
    hearing: z.string(),
    decision: z.string(),
    decideBy: z.object({ day }),
  }),
  organisation: z.object({
    id: z.string(),
    name: z.string(),
    country: z.string(),
    zone: z.string(),
    phone: z.string(),
    partners: z.array(z.object({ name: z.string(), emergency: z.string() })),
  }),
  people: z.array(person),
  seats: z.array(seat),
  lifecycle: z.array(lifecycle),
  clocks: z.array(clock),
  requests: z.array(request),
  meetings: z.array(meeting),
  questions: z.array(question),
  documents: z.record(z.string(), writtenDocument),
  records,
  opinion,
  threads: z.array(thread),
  history: z.object({ steps: z.array(step) }).nullable(),
});
/** One case as it was written, its dates resolved. */
export type DemoCase = z.infer<typeof demoCaseSchema>;
