import {
  mailTime,
  type NotificationKind,
  type QuietHours,
  type TellingChoices,
  tellingWay,
} from "@consilium/clinical";
import { and, asc, count, desc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { clinicalCase, notification, person, seat, tellingChoice, user } from "../schema/index.ts";

export type NotificationRow = typeof notification.$inferSelect;

export interface ToldPerson {
  readonly personId: string;
  /** An IANA name. */
  readonly zone: string;
  readonly choices: TellingChoices;
  readonly quiet: QuietHours | null;
  /** Null: they have no seat in the case. */
  readonly seatId: string | null;
}

const wishes = {
  personId: person.id,
  zone: person.zone,
  choices: tellingChoice.choices,
  quiet: tellingChoice.quiet,
};

/** Who sits in these seats now; once each, whatever they sit in. */
export async function personsInSeats(
  database: Database,
  seatIds: readonly string[],
  now: Date,
): Promise<readonly ToldPerson[]> {
  if (seatIds.length === 0) return [];
  const rows = await database
    .select({ ...wishes, seatId: seat.id })
    .from(seat)
    .innerJoin(person, eq(person.id, seat.personId))
    .leftJoin(tellingChoice, eq(tellingChoice.personId, person.id))
    .where(
      and(inArray(seat.id, [...seatIds]), or(isNull(seat.toAt), gt(seat.toAt, now)), isNull(person.closedAt)),
    )
    .orderBy(seat.fromAt, seat.id);
  const once = new Map(rows.toReversed().map((row) => [row.personId, row]));
  return [...once.values()].map((row) => ({ ...row, choices: row.choices ?? {} }));
}

/** People of whom no seat is named. */
export async function personsById(
  database: Database,
  personIds: readonly string[],
): Promise<readonly ToldPerson[]> {
  if (personIds.length === 0) return [];
  const rows = await database
    .select(wishes)
    .from(person)
    .leftJoin(tellingChoice, eq(tellingChoice.personId, person.id))
    .where(and(inArray(person.id, [...personIds]), isNull(person.closedAt)));
  return rows.map((row) => ({ ...row, choices: row.choices ?? {}, seatId: null }));
}

export interface NewNotification {
  readonly id: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly kind: NotificationKind;
  readonly subject: string;
  readonly at: Date;
  readonly once: string | null;
}

/** In the way that they chose. False: they want to hear nothing of it, or were told already. */
export async function insertNotification(
  transaction: Database,
  { personId, seatId, zone, choices, quiet }: ToldPerson,
  given: NewNotification,
): Promise<boolean> {
  const way = tellingWay(given.kind, choices);
  if (way === "none") return false;
  const mailAt = mailTime(given.kind, way, given.at, zone, quiet);
  const rows = await transaction
    .insert(notification)
    .values({ ...given, personId, seatId, mailAt })
    .onConflictDoNothing()
    .returning({ id: notification.id });
  return rows.length > 0;
}

/** Whether a seat that somebody is told for may still enter: an ended seat hears and sees nothing. */
const mayStillEnter = (now: Date) => or(isNull(notification.seatId), isNull(seat.toAt), gt(seat.toAt, now));

export interface ListedNotification extends NotificationRow {
  /** Of the case. */
  readonly number: string;
}

/** Somebody's, the newest first. */
export async function notificationsOf(
  database: Database,
  personId: string,
  now: Date,
  most: number,
): Promise<readonly ListedNotification[]> {
  const rows = await database
    .select({ notification, number: clinicalCase.number })
    .from(notification)
    .innerJoin(clinicalCase, eq(clinicalCase.id, notification.caseId))
    .leftJoin(seat, eq(seat.id, notification.seatId))
    .where(and(eq(notification.personId, personId), mayStillEnter(now)))
    .orderBy(desc(notification.at), desc(notification.id))
    .limit(most);
  return rows.map(({ notification: row, number }) => ({ ...row, number }));
}

export async function countUnread(database: Database, personId: string, now: Date): Promise<number> {
  const [row] = await database
    .select({ unread: count() })
    .from(notification)
    .leftJoin(seat, eq(seat.id, notification.seatId))
    .where(and(eq(notification.personId, personId), isNull(notification.readAt), mayStillEnter(now)));
  return row?.unread ?? 0;
}

/** These of somebody's, or all that were there by `at`. Of anybody else's nothing happens. */
export async function markRead(
  database: Database,
  personId: string,
  ids: readonly string[] | "all",
  at: Date,
): Promise<void> {
  const named = ids === "all" ? lte(notification.at, at) : inArray(notification.id, [...ids]);
  await database
    .update(notification)
    .set({ readAt: at, mailAt: null })
    .where(and(eq(notification.personId, personId), isNull(notification.readAt), named));
}

/** Whose mail is due. */
export async function personsWithDueMail(database: Database, now: Date): Promise<readonly string[]> {
  const rows = await database
    .selectDistinct({ personId: notification.personId })
    .from(notification)
    .where(lte(notification.mailAt, now));
  return rows.map(({ personId }) => personId);
}

/** What somebody's next mail is about, the oldest first. Held until the transaction ends: another server passes over it. */
export async function takeDueNotifications(
  transaction: Database,
  personId: string,
  now: Date,
): Promise<readonly (ListedNotification & { readonly mayEnter: boolean })[]> {
  const rows = await transaction
    .select({ notification, number: clinicalCase.number, seatId: seat.id, toAt: seat.toAt })
    .from(notification)
    .innerJoin(clinicalCase, eq(clinicalCase.id, notification.caseId))
    .leftJoin(seat, eq(seat.id, notification.seatId))
    .where(and(eq(notification.personId, personId), lte(notification.mailAt, now)))
    .orderBy(asc(notification.at), asc(notification.id))
    .for("update", { of: notification, skipLocked: true });
  return rows.map(({ notification: row, number, toAt }) => ({
    ...row,
    number,
    mayEnter: toAt === null || toAt > now,
  }));
}

/** The mail about them was written, or there is none to write. */
export async function settleNotifications(
  transaction: Database,
  ids: readonly string[],
  mailId: string | null,
): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .update(notification)
    .set({ mailAt: null, mailId })
    .where(inArray(notification.id, [...ids]));
}

export interface Reader {
  readonly address: string;
  readonly zone: string;
}

/** Where somebody's mail goes. Undefined: the account is closed. */
export async function findReader(database: Database, personId: string): Promise<Reader | undefined> {
  const [found] = await database
    .select({ address: user.email, zone: person.zone })
    .from(person)
    .innerJoin(user, eq(user.id, person.id))
    .where(and(eq(person.id, personId), isNull(person.closedAt)));
  return found;
}
