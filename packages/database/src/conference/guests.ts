import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { CaseKey } from "../case/case-keys.ts";
import { type SealedPlace, sealValue, unsealValue } from "../case/sealed-value.ts";
import type { Database } from "../open-database.ts";
import { conference, conferenceGuest, person, seat, user } from "../schema/index.ts";

export type GuestRow = typeof conferenceGuest.$inferSelect;

export interface GuestWords {
  /** What they interpret into. */
  readonly language: string | null;
  /** One plain address. Null: whoever invited them hands the link over. */
  readonly email: string | null;
}

export interface StoredGuest extends Omit<GuestRow, "sealed">, GuestWords {
  readonly name: string;
  readonly personId: string;
}

const placeOf = (id: string): SealedPlace<GuestWords> => ({
  table: "conference_guest",
  column: "sealed",
  id,
});

/** Somebody without an account: an address that no mail goes to and nobody signs in with keeps their row apart. */
export async function insertGuestPerson(
  transaction: Database,
  { id, name, initials }: { readonly id: string; readonly name: string; readonly initials: string },
): Promise<void> {
  const email = `${id.toLowerCase()}@guest.invalid`;
  await transaction.insert(user).values({ id, name, email });
  await transaction.insert(person).values({ id, initials });
}

export type NewGuest = Pick<
  GuestRow,
  | "id"
  | "organisationId"
  | "caseId"
  | "conferenceId"
  | "seatId"
  | "kind"
  | "invitedBy"
  | "at"
  | "tokenHash"
  | "expiresAt"
>;

export async function insertGuest(
  transaction: Database,
  key: CaseKey,
  row: NewGuest,
  words: GuestWords,
): Promise<void> {
  await transaction
    .insert(conferenceGuest)
    .values({ ...row, sealed: sealValue(key, placeOf(row.id), words) });
}

const columns = { guest: conferenceGuest, name: user.name, personId: seat.personId };

const withNames = (database: Database) =>
  database
    .select(columns)
    .from(conferenceGuest)
    .innerJoin(seat, eq(seat.id, conferenceGuest.seatId))
    .innerJoin(user, eq(user.id, seat.personId));

/** In the order in which they were invited. */
export async function guestsOfCase(database: Database, key: CaseKey): Promise<readonly StoredGuest[]> {
  const rows = await withNames(database)
    .where(eq(conferenceGuest.caseId, key.caseId))
    .orderBy(asc(conferenceGuest.at), asc(conferenceGuest.id));
  return rows.map(({ guest: { sealed, ...row }, name, personId }) => ({
    ...row,
    ...unsealValue(key, placeOf(row.id), sealed),
    name,
    personId,
  }));
}

/** What a guest's device is worth, without opening anything of the case. */
export interface GuestAtDoor extends Pick<
  GuestRow,
  | "id"
  | "caseId"
  | "organisationId"
  | "conferenceId"
  | "seatId"
  | "kind"
  | "expiresAt"
  | "isIn"
  | "deviceHash"
> {
  readonly name: string;
  readonly personId: string;
}

const atDoor = ({
  guest,
  name,
  personId,
}: {
  guest: GuestRow;
  name: string;
  personId: string;
}): GuestAtDoor => ({
  id: guest.id,
  caseId: guest.caseId,
  organisationId: guest.organisationId,
  conferenceId: guest.conferenceId,
  seatId: guest.seatId,
  kind: guest.kind,
  expiresAt: guest.expiresAt,
  isIn: guest.isIn,
  deviceHash: guest.deviceHash,
  name,
  personId,
});

/** By what their devices hold, in that order. What is good for nothing any more is left out. */
export async function guestsOfDevices(
  database: Database,
  deviceHashes: readonly Buffer[],
  now: Date,
): Promise<readonly GuestAtDoor[]> {
  if (deviceHashes.length === 0) return [];
  const rows = await withNames(database).where(
    and(inArray(conferenceGuest.deviceHash, [...deviceHashes]), gt(conferenceGuest.expiresAt, now)),
  );
  return deviceHashes.flatMap((hash) => {
    const found = rows.find(({ guest }) => guest.deviceHash?.equals(hash));
    return found ? [atDoor(found)] : [];
  });
}

/** By the link's secret, opened already or not; whether its time has passed says `expiresAt`. */
export async function guestOfToken(database: Database, tokenHash: Buffer): Promise<GuestAtDoor | undefined> {
  const [found] = await withNames(database).where(eq(conferenceGuest.tokenHash, tokenHash));
  return found && atDoor(found);
}

/** The link is used up, in one statement: of two devices one is let in. False: it was, before. */
export async function openGuestLink(
  database: Database,
  tokenHash: Buffer,
  device: { readonly deviceHash: Buffer; readonly at: Date },
): Promise<boolean> {
  const rows = await database
    .update(conferenceGuest)
    .set({ deviceHash: device.deviceHash, openedAt: device.at })
    .where(
      and(
        eq(conferenceGuest.tokenHash, tokenHash),
        isNull(conferenceGuest.openedAt),
        gt(conferenceGuest.expiresAt, device.at),
      ),
    )
    .returning({ id: conferenceGuest.id });
  return rows.length > 0;
}

/** Links and devices are good until the conference is over, whenever that is now. Those that are good for nothing at `now` stay so. */
export async function changeGuestTimes(
  database: Database,
  conferenceId: string,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  await database
    .update(conferenceGuest)
    .set({ expiresAt })
    .where(and(eq(conferenceGuest.conferenceId, conferenceId), gt(conferenceGuest.expiresAt, now)));
}

/** Another link: what a device held before is good for nothing with it. */
export async function changeGuest(
  database: Database,
  id: string,
  change: Partial<Pick<GuestRow, "tokenHash" | "deviceHash" | "openedAt" | "isIn">>,
): Promise<void> {
  await database.update(conferenceGuest).set(change).where(eq(conferenceGuest.id, id));
}

/** Whether a guest is in, by their seat; of any other seat nothing happens. */
export async function noteGuestIn(database: Database, seatId: string, isIn: boolean): Promise<void> {
  await database.update(conferenceGuest).set({ isIn }).where(eq(conferenceGuest.seatId, seatId));
}

/** With the conference everything of its guests ends: links, devices, and their seats. */
export async function endGuests(database: Database, conferenceId: string, at: Date): Promise<void> {
  const rows = await database
    .update(conferenceGuest)
    .set({ expiresAt: at, isIn: false })
    .where(eq(conferenceGuest.conferenceId, conferenceId))
    .returning({ seatId: conferenceGuest.seatId });
  for (const { seatId } of rows) await endSeat(database, seatId, at);
}

export async function endGuest(
  database: Database,
  { id, seatId }: GuestRow | StoredGuest,
  at: Date,
): Promise<void> {
  await database
    .update(conferenceGuest)
    .set({ expiresAt: at, isIn: false })
    .where(eq(conferenceGuest.id, id));
  await endSeat(database, seatId, at);
}

/** The conference that a guest's seat is for. */
export async function guestBehindSeat(database: Database, seatId: string): Promise<string | undefined> {
  const [found] = await database
    .select({ conferenceId: conferenceGuest.conferenceId })
    .from(conferenceGuest)
    .where(eq(conferenceGuest.seatId, seatId));
  return found?.conferenceId;
}

/** Ends a guest by their seat; of any other seat nothing happens. */
export async function withdrawGuestSeat(database: Database, seatId: string, at: Date): Promise<void> {
  const [guest] = await database.select().from(conferenceGuest).where(eq(conferenceGuest.seatId, seatId));
  if (guest) await endGuest(database, guest, at);
}

const endSeat = async (database: Database, seatId: string, toAt: Date): Promise<void> => {
  await database
    .update(seat)
    .set({ toAt })
    .where(and(eq(seat.id, seatId), isNull(seat.toAt)));
};

/** What guests of these conferences may read: for the facts that the rights go by. */
export async function conferenceFactsOf(database: Database, caseId: string) {
  const rows = await database
    .select({ row: conference, guest: conferenceGuest.seatId })
    .from(conference)
    .leftJoin(
      conferenceGuest,
      and(eq(conferenceGuest.conferenceId, conference.id), eq(conferenceGuest.isIn, true)),
    )
    .where(eq(conference.caseId, caseId));
  return Map.groupBy(rows, ({ row }) => row.id);
}
