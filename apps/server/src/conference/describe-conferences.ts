import { type CaseFacts, isOver, isToCome, mayBeInvited, mayCommand } from "@consilium/clinical";
import {
  attendancesOfCase,
  type ConferenceRow,
  conferencesOfCase,
  guestsOfCase,
  type Invitation,
  invitationsOfCase,
  type NamedAttendance,
  type NamedRecording,
  recordingsOfCase,
  type StoredGuest,
} from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import type { Conference, Conferences } from "./conference-schemas.ts";
import { mayPlay } from "./recording/may-play.ts";

/** The conferences of a case, as one seat may know them. */
export async function describeConferences(
  { open: { database }, now }: Services,
  { seat, facts, key }: Visit,
): Promise<z.infer<typeof Conferences>> {
  const at = now();
  const mayCall = mayCommand("call a conference, invite to it", seat, facts, at);
  if (!mayBeInvited(seat, at)) return { items: [], mayCall };
  const rows = await conferencesOfCase(database, facts.id);
  const attendances = await attendancesOfCase(database, facts.id);
  const recordings = await recordingsOfCase(database, facts.id);
  const found = {
    invitations: await invitationsOfCase(database, facts.id),
    guests: await guestsOfCase(database, key),
    attendances,
    recordings: recordings.filter((one) => mayPlay(one, seat, attendances, at)),
  };
  const mayErase = mayCommand("erase a recording", seat, facts, at);
  const mayShare = mayCommand("share a conference's notes", seat, facts, at);
  return {
    items: rows.map((row) => ({
      ...describe(row, found, at),
      may: mayOf(row, facts, {
        mayCall,
        mayShare,
        // What is to be erased already is gone for everybody, though its bytes go a little later.
        mayErase: mayErase && ofOne(recordings, row.id).some(({ eraseAt }) => eraseAt > at),
      }),
    })),
    mayCall,
  };
}

interface Found {
  readonly invitations: readonly Invitation[];
  readonly guests: readonly StoredGuest[];
  readonly attendances: readonly NamedAttendance[];
  readonly recordings: readonly NamedRecording[];
}

type Described = z.infer<typeof Conference>;

const ofOne = <T extends { readonly conferenceId: string }>(all: readonly T[], id: string): T[] =>
  all.filter(({ conferenceId }) => conferenceId === id);

const describe = (row: ConferenceRow, found: Found, now: Date): Omit<Described, "may"> => ({
  id: row.id,
  state: row.state,
  calledBy: row.calledBy,
  startsAt: row.startsAt.toISOString(),
  minutes: row.minutes,
  begunAt: row.begunAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  notesShared: row.notesSharedAt !== null,
  invited: ofOne(found.invitations, row.id).map(({ seatId }) => seatId),
  guests: ofOne(found.guests, row.id).map((guest) => describeGuest(guest, now)),
  attended: ofOne(found.attendances, row.id).map(({ seatId, name, fromAt, toAt }) => ({
    seat: seatId,
    name,
    from: fromAt.toISOString(),
    to: toAt?.toISOString() ?? null,
  })),
  recordings: ofOne(found.recordings, row.id).map(describeRecording),
});

const describeRecording = (one: NamedRecording): Described["recordings"][number] => ({
  id: one.id,
  seat: one.seatId,
  name: one.name,
  kind: one.kind,
  from: one.fromAt.toISOString(),
  to: one.toAt.toISOString(),
  bytes: one.bytes,
  until: one.eraseAt.toISOString(),
});

const describeGuest = (guest: StoredGuest, now: Date): Described["guests"][number] => ({
  id: guest.id,
  seat: guest.seatId,
  name: guest.name,
  kind: guest.kind,
  language: guest.language,
  state: guest.expiresAt <= now ? "over" : guest.openedAt === null ? "invited" : "came",
});

function mayOf(
  row: ConferenceRow,
  facts: CaseFacts,
  { mayCall, mayShare, mayErase }: Readonly<Record<"mayCall" | "mayShare" | "mayErase", boolean>>,
): Described["may"] {
  return {
    come: isToCome(row) && !isOver(facts),
    change: mayCall && row.state === "scheduled",
    inviteGuest: mayCall && isToCome(row),
    shareNotes: mayShare && row.state !== "cancelled",
    eraseRecordings: mayErase,
  };
}
