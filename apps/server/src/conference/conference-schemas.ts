import { z } from "@hono/zod-openapi";
import { Instant, Ulid } from "../case/case-schemas.ts";

/** Of a conference. */
export const minutes = { least: 10, most: 240 } as const;

export const guestKinds = ["interpreter", "relative", "outside-doctor"] as const;

/** Somebody without an account, who comes by a link of their own. */
export const Guest = z.object({
  id: Ulid,
  seat: Ulid,
  name: z.string(),
  kind: z.enum(guestKinds),
  /** What they interpret into, in the words of who invited them. */
  language: z.string().nullable(),
  /** `invited`: nobody has opened the link. `came`: it was opened, on the one device that it is good for. */
  state: z.enum(["invited", "came", "over"]),
});

/** Who was in, and when; a guest too. Open: they are in now. */
export const Attendance = z.object({ seat: Ulid, name: z.string(), from: Instant, to: Instant.nullable() });

export const Conference = z
  .object({
    id: Ulid,
    state: z.enum(["scheduled", "live", "ended", "cancelled"]),
    calledBy: Ulid,
    startsAt: Instant,
    minutes: z.int(),
    begunAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    /** Whether the patient's side reads the notes also afterwards. */
    notesShared: z.boolean(),
    /** Seats. Whoever else of the case may meet can come as well. */
    invited: z.array(Ulid),
    guests: z.array(Guest),
    attended: z.array(Attendance),
    may: z.object({
      /** Come in; the conference's own door says the rest. */
      come: z.boolean(),
      /** Move, cancel, invite. */
      change: z.boolean(),
      inviteGuest: z.boolean(),
      shareNotes: z.boolean(),
    }),
  })
  .openapi("Conference");

export const Conferences = z.object({
  /** The latest first. */
  items: z.array(Conference),
  mayCall: z.boolean(),
});

/** When it is to be; null: now. */
export const When = z.object({
  startsAt: Instant.nullable(),
  minutes: z.int().min(minutes.least).max(minutes.most),
});

export const Called = When.extend({ invited: z.array(Ulid).max(40) });

/** Nothing that breaks a line or turns the direction of what stands beside it. */
const plain = /^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u;

export const InvitedGuest = z.object({
  /** With a letter: a name that nobody sees is none. */
  name: z.string().trim().min(1).max(120).regex(plain).regex(/\p{L}/u),
  kind: z.enum(guestKinds),
  language: z.string().trim().max(60).regex(plain).nullable(),
  /** Null: whoever invites hands the link over. */
  email: z.string().max(254).nullable(),
});

/** Of an invited guest: the link is said once, and no row holds it. */
export const GuestLink = z.object({ guest: Ulid, link: z.string() });

/** What a guest is told, who is nobody else in the case. */
export const GuestView = z
  .object({
    conference: Ulid,
    caseId: Ulid,
    seat: Ulid,
    name: z.string(),
    kind: z.enum(guestKinds),
    state: z.enum(["scheduled", "live", "ended", "cancelled"]),
    startsAt: Instant,
    minutes: z.int(),
    programme: z.string(),
    /** Who called it, by name. */
    calledBy: z.string(),
  })
  .openapi("GuestView");
