import { isToCome, statesToCome } from "@consilium/clinical";
import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { conference, conferenceAttendance, conferenceInvitation } from "../schema/index.ts";

export type ConferenceRow = typeof conference.$inferSelect;

export type NewConference = Pick<
  ConferenceRow,
  "id" | "organisationId" | "caseId" | "calledBy" | "calledAt" | "startsAt" | "minutes"
>;

export async function insertConference(transaction: Database, row: NewConference): Promise<void> {
  await transaction.insert(conference).values(row);
}

export async function findConference(database: Database, id: string): Promise<ConferenceRow | undefined> {
  const [found] = await database.select().from(conference).where(eq(conference.id, id));
  return found;
}

/** The latest first. */
export async function conferencesOfCase(
  database: Database,
  caseId: string,
): Promise<readonly ConferenceRow[]> {
  return database
    .select()
    .from(conference)
    .where(eq(conference.caseId, caseId))
    .orderBy(desc(conference.startsAt), desc(conference.id));
}

/** In which somebody may still come, of all these cases. */
export async function conferencesToCome(
  database: Database,
  cases: readonly string[],
): Promise<readonly ConferenceRow[]> {
  if (cases.length === 0) return [];
  return database
    .select()
    .from(conference)
    .where(and(inArray(conference.caseId, [...cases]), inArray(conference.state, [...statesToCome])));
}

/** By their ids, of any case. */
export async function conferencesById(
  database: Database,
  ids: readonly string[],
): Promise<readonly ConferenceRow[]> {
  if (ids.length === 0) return [];
  return database
    .select()
    .from(conference)
    .where(inArray(conference.id, [...ids]))
    .orderBy(asc(conference.startsAt), asc(conference.id));
}

export type ConferenceChange = Partial<
  Pick<
    ConferenceRow,
    "state" | "startsAt" | "minutes" | "begunAt" | "endedAt" | "notesSharedAt" | "presented"
  >
>;

export async function changeConference(
  database: Database,
  id: string,
  change: ConferenceChange,
): Promise<void> {
  await database.update(conference).set(change).where(eq(conference.id, id));
}

/** As calendars know it: they take the entry with the higher number. Under the case's lock. */
export async function reviseConference(
  transaction: Database,
  before: ConferenceRow,
  change: Pick<ConferenceChange, "state" | "startsAt" | "minutes"> = {},
): Promise<ConferenceRow> {
  const revised = { ...change, revision: before.revision + 1 };
  await transaction.update(conference).set(revised).where(eq(conference.id, before.id));
  return { ...before, ...revised };
}

/** Its room is this process's until then; what was shown in another one's is shown no longer. False: another one has it, and still says so. */
export async function holdConference(
  database: Database,
  id: string,
  holder: string,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<boolean> {
  const isFree = or(
    isNull(conference.holder),
    eq(conference.holder, holder),
    lt(conference.holderUntil, now),
  );
  const rows = await database
    .update(conference)
    .set({
      holder,
      holderUntil: until,
      presented: sql`case when ${conference.holder} = ${holder} then ${conference.presented} end`,
    })
    .where(and(eq(conference.id, id), isFree))
    .returning({ id: conference.id });
  return rows.length > 0;
}

/** Another process may have its room at once; `now` says since when nobody has. Nothing is shown where there is no room. */
export async function letGoOfConference(
  database: Database,
  id: string,
  holder: string,
  now: Date,
): Promise<void> {
  await database
    .update(conference)
    .set({ holder: null, holderUntil: now, presented: null })
    .where(and(eq(conference.id, id), eq(conference.holder, holder)));
}

/** Nothing is shown any more where no process has the room: its server died. Gives the cases of those in which something was. */
export async function stopShowingUnheld(database: Database, now: Date): Promise<readonly string[]> {
  const rows = await database
    .update(conference)
    .set({ presented: null })
    .where(and(isNotNull(conference.presented), lt(conference.holderUntil, now)))
    .returning({ caseId: conference.caseId });
  return rows.map(({ caseId }) => caseId);
}

/** Whether somebody may still come in; until the transaction ends nobody else ends it. */
export async function lockToCome(transaction: Database, id: string): Promise<boolean> {
  const [found] = await transaction
    .select({ state: conference.state })
    .from(conference)
    .where(eq(conference.id, id))
    .for("update");
  return found !== undefined && isToCome(found);
}

/** The first clinician is in. Nothing where it has begun already. */
export async function beginConference(database: Database, id: string, begunAt: Date): Promise<void> {
  await database
    .update(conference)
    .set({ state: "live", begunAt })
    .where(and(eq(conference.id, id), eq(conference.state, "scheduled")));
}

/**
 * Those that nobody ended: the planned end has passed and nobody is in, or it has for as long as `overrun`, whoever is. Who was in when
 * a server died is in no longer once nobody has had the room for as long as `unheld`. Milliseconds.
 */
export async function conferencesOver(
  database: Database,
  now: Date,
  { overrun, unheld }: { readonly overrun: number; readonly unheld: number },
): Promise<readonly ConferenceRow[]> {
  const end = sql`${conference.startsAt} + make_interval(mins => ${conference.minutes})`;
  const isSomebodyIn = exists(
    database
      .select({ one: sql`1` })
      .from(conferenceAttendance)
      .where(and(eq(conferenceAttendance.conferenceId, conference.id), isNull(conferenceAttendance.toAt))),
  );
  const isHeld = sql`coalesce(${conference.holderUntil}, ${now}) + make_interval(secs => ${unheld / 1000}) >= ${now}`;
  const isHere = and(isSomebodyIn, isHeld);
  const isDeserted = and(eq(conference.state, "live"), sql`${end} < ${now}`, sql`not (${isHere})`);
  const isLong = and(
    inArray(conference.state, [...statesToCome]),
    sql`${end} + make_interval(secs => ${overrun / 1000}) < ${now}`,
  );
  return database.select().from(conference).where(or(isDeserted, isLong));
}

/** Ends what is live, once. False: it was not. */
export async function endConference(database: Database, id: string, endedAt: Date): Promise<boolean> {
  const rows = await database
    .update(conference)
    .set({ state: "ended", endedAt, presented: null })
    .where(and(eq(conference.id, id), inArray(conference.state, [...statesToCome])))
    .returning({ id: conference.id });
  return rows.length > 0;
}

/** Whoever is asked already stays so. Gives those who are asked now. */
export async function insertInvitations(
  transaction: Database,
  of: Pick<ConferenceRow, "id" | "organisationId" | "caseId">,
  seats: readonly string[],
  at: Date,
): Promise<readonly string[]> {
  if (seats.length === 0) return [];
  const { id: conferenceId, organisationId, caseId } = of;
  const rows = await transaction
    .insert(conferenceInvitation)
    .values(seats.map((seatId) => ({ conferenceId, organisationId, caseId, seatId, at })))
    .onConflictDoNothing()
    .returning({ seatId: conferenceInvitation.seatId });
  return rows.map(({ seatId }) => seatId);
}

export interface Invitation {
  readonly conferenceId: string;
  readonly seatId: string;
}

export async function invitationsOfCase(database: Database, caseId: string): Promise<readonly Invitation[]> {
  return database
    .select({ conferenceId: conferenceInvitation.conferenceId, seatId: conferenceInvitation.seatId })
    .from(conferenceInvitation)
    .where(eq(conferenceInvitation.caseId, caseId))
    .orderBy(asc(conferenceInvitation.at), asc(conferenceInvitation.seatId));
}
