import {
  caseStates,
  clockKinds,
  proxyScopes,
  recordAnswers,
  recordParts,
  recordTypes,
  roles,
  saidStates,
  specialistModes,
  tiers,
} from "@consilium/clinical";
import { z } from "@hono/zod-openapi";

/** Instants are ISO 8601 in UTC; days are `2026-11-24`; ids are ULIDs in upper case. */
export const Instant = z.iso.datetime();
export const Day = z.iso.date();
export const Ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);

export const SeatPerson = z
  .object({
    seat: Ulid,
    name: z.string(),
    initials: z.string(),
    role: z.enum(roles),
    /** Of who does not write it only for themselves and who coordinates. */
    mode: z.enum(specialistModes).nullable(),
    profession: z.string().nullable(),
    workplace: z.string().nullable(),
    /** The place in the row of people's colours, given out in order for the life of a case. */
    colour: z.int().min(0),
    ended: z.boolean(),
    /** Whether it is the seat of whoever asks. */
    own: z.boolean(),
  })
  .openapi("SeatPerson");

/** A place in the case, as the page of its people tells of it. */
export const SeatedPerson = SeatPerson.extend({
  since: Instant,
  /** When it ended, or ends by itself. */
  until: Instant.nullable(),
  /** What a proxy may do; null: whoever asks is not told. */
  scopes: z.array(z.enum(proxyScopes)).nullable(),
  /** Somebody who reads blind has seen the other opinions since; false also where that is not told. */
  revealed: z.boolean(),
  /** Whoever asks may end it. */
  mayEnd: z.boolean(),
}).openapi("SeatedPerson");

export const CaseSeats = z
  .object({
    items: z.array(SeatedPerson),
    /** As what whoever asks may let somebody in. */
    mayGive: z.array(z.enum(roles)),
  })
  .openapi("CaseSeats");

export const Patient = z
  .object({
    name: z.string(),
    initials: z.string(),
    born: Day.nullable(),
    sex: z.string().nullable(),
  })
  .openapi("Patient");

export const Clock = z
  .object({
    id: Ulid,
    kind: z.enum(clockKinds),
    state: z.enum(["not-begun", "running", "paused", "met"]),
    from: Instant.nullable(),
    due: Instant.nullable(),
    met: Instant.nullable(),
    zone: z.string(),
    pausedReason: z.string().nullable(),
  })
  .openapi("Clock");

export const RequestState = z.enum(["open", "here", "unavailable", "not-applicable"]);

/** How it stands with the place where somebody without an account answers. */
const AnswerPlaceOfRequest = z.object({
  address: z.string(),
  expires: Instant,
  opened: z.int(),
  lastOpened: Instant.nullable(),
  /** By wrong codes. */
  isLocked: z.boolean(),
  reminders: z.int(),
});

export const RecordRequest = z
  .object({
    id: Ulid,
    /** The item of the inventory that it is for; null: an item of its own. */
    item: z.string().nullable(),
    what: z.string(),
    /** The institution that should have it. */
    from: z.string().nullable(),
    /** The seat that is asked. */
    of: Ulid.nullable(),
    by: Ulid,
    /** What exactly, in the words of who asks; null also for who reads blind. */
    message: z.string().nullable(),
    /** What cannot be decided without it. For clinicians and the coordinator; null also for who reads blind. */
    why: z.string().nullable(),
    asked: Instant,
    due: Instant.nullable(),
    state: RequestState,
    required: z.boolean(),
    /** When somebody said what became of it, and whose seat that was. */
    answered: Instant.nullable(),
    answeredBy: Ulid.nullable(),
    /** In their words; null also for who reads blind. */
    answer: z.string().nullable(),
    /** Where whoever has no account answers; for those who may ask. */
    place: AnswerPlaceOfRequest.nullable(),
  })
  .openapi("RecordRequest");

/** A request that was taken back. */
export const WithdrawnRequest = z
  .object({
    id: Ulid,
    item: z.string().nullable(),
    what: z.string(),
    at: Instant,
    by: Ulid.nullable(),
    /** In their words; null also for who reads blind. */
    because: z.string().nullable(),
  })
  .openapi("WithdrawnRequest");

export const SaidState = z.enum(saidStates);

/** What the case itself says of its inventory; the specialty's list and the records are the rest of it. */
export const InventoryEntry = z
  .object({
    id: z.string(),
    what: z.string().nullable(),
    blocks: z.string().nullable(),
    said: z
      .object({
        state: SaidState,
        because: z.string().nullable(),
        record: z.string().nullable(),
        by: Ulid,
        at: Instant,
      })
      .nullable(),
    /** What the patient's side answered of it in the intake; null also for who reads blind. */
    told: z.object({ answer: z.enum(recordAnswers), at: Instant.nullable() }).nullable(),
  })
  .openapi("InventoryEntry");

export const Question = z
  .object({ id: Ulid, rank: z.int(), version: z.int(), text: z.string(), withdrawn: z.boolean() })
  .openapi("Question");

export const OwnSeat = z
  .object({
    id: Ulid,
    role: z.enum(roles),
    mode: z.enum(specialistModes).nullable(),
    scopes: z.array(z.enum(proxyScopes)),
  })
  .openapi("OwnSeat");

const summary = {
  id: Ulid,
  number: z.string(),
  title: z.string(),
  state: z.enum(caseStates),
  tier: z.enum(tiers),
  specialty: z.string(),
  patient: Patient,
  clocks: z.array(Clock),
};

/** What a case waits for. */
export const CaseGap = z
  .object({
    /** In the words of whoever asked for it; null: the name of its type. */
    what: z.string().nullable(),
    type: z.enum(recordTypes).nullable(),
    state: z.enum(["asked", "incomplete", "missing"]),
    /** Of an incomplete one, what is not here. */
    absent: z.array(z.enum(recordParts)),
    asked: Instant.nullable(),
    /** What cannot be decided without it. For clinicians and the coordinator; null also for who reads blind. */
    blocks: z.string().nullable(),
  })
  .openapi("CaseGap");

/** What is told of a case's conferences where the case is one of many. */
export const NextConference = z.object({
  /** Whether it goes on. */
  live: z.boolean(),
  startsAt: Instant,
});

export const CaseListItem = z
  .object({
    ...summary,
    firstQuestion: z.string().nullable(),
    missing: z.array(CaseGap),
    people: z.array(SeatPerson),
    /** The seats of whoever asks; with more than one they choose on entering. */
    seats: z.array(OwnSeat),
    /** The patient's side has written beside a text or record, to everyone, since whoever asks last did. */
    patientAsked: z.boolean(),
    /** To which the first seat of whoever asks may come. */
    conference: NextConference.nullable(),
    workplace: z.string().nullable(),
  })
  .openapi("CaseListItem");

export const CaseList = z
  .object({ items: z.array(CaseListItem), next: z.string().nullable() })
  .openapi("CaseList");

export const LifecycleEvent = z
  .object({
    id: Ulid,
    at: Instant,
    event: z.string(),
    by: Ulid.nullable(),
    note: z.string().nullable(),
  })
  .openapi("LifecycleEvent");

export const ShareAnswer = z
  .object({
    id: Ulid,
    opinion: Ulid,
    audience: z.enum(["patient", "care-team"]),
    mode: z.enum(["version", "live"]),
    version: z.int().nullable(),
    at: Instant,
    by: Ulid,
    /** Seats that opened it. Only authors are told. */
    openedBy: z.array(Ulid),
  })
  .openapi("Share");

export const OpinionSummary = z
  .object({
    id: Ulid,
    lead: z.boolean(),
    state: z.enum(["draft", "locked", "signed", "abandoned"]),
    authors: z.array(Ulid),
    signedAt: Instant.nullable(),
    digest: z.string().nullable(),
    read: z.enum(["version", "live"]),
    write: z.boolean(),
    /** The newest version that this seat may read. */
    version: z.int().nullable(),
    newerBeingWritten: z.boolean(),
  })
  .openapi("OpinionSummary");

export const OpenableDocument = z
  .object({ name: z.string(), write: z.boolean() })
  .openapi("OpenableDocument");

export const CaseDetail = z
  .object({
    ...summary,
    interrupted: z.enum(caseStates).nullable(),
    decision: z.string().nullable(),
    decideBy: Day.nullable(),
    hearing: z.string().nullable(),
    language: z.string(),
    organisation: z.object({
      name: z.string(),
      zone: z.string(),
      phone: z.string().nullable(),
      emergency: z.object({ name: z.string(), phone: z.string() }).nullable(),
      /** What the programme adds to the words of the gate of emergencies. */
      safety: z.string().nullable(),
    }),
    seat: OwnSeat,
    people: z.array(SeatPerson),
    lifecycle: z.array(LifecycleEvent),
    questions: z.array(Question),
    /** What the programme asks for in the case's specialty, the most needed first. */
    recordList: z.array(
      z.object({
        type: z.enum(recordTypes),
        isCore: z.boolean(),
        /** What cannot be judged without it. For clinicians and the coordinator; null also for who reads blind. */
        blocks: z.string().nullable(),
      }),
    ),
    requests: z.array(RecordRequest),
    withdrawn: z.array(WithdrawnRequest),
    inventory: z.array(InventoryEntry),
    /** Only opinions that this seat may read: first what it writes, then the lead one. */
    opinions: z.array(OpinionSummary),
    /** Documents that this seat may open live, layers apart. */
    documents: z.array(OpenableDocument),
    /** Layers that exist and that this seat may read. */
    layers: z.array(z.string()),
    shares: z.array(ShareAnswer),
    addenda: z.array(z.object({ id: Ulid, signed: z.boolean(), signedAt: Instant.nullable() })),
    /** Commands of docs/rights.md that this seat may give now. */
    commands: z.array(z.string()),
    /** How many late drafts of this seat wait to be looked at. */
    lateDrafts: z.int(),
  })
  .openapi("CaseDetail");
