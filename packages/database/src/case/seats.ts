import type { Seat } from "@consilium/clinical";
import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { person, seat, user } from "../schema/index.ts";
import type { CaseKey } from "./case-keys.ts";
import { type SealedPlace, sealValue } from "./sealed-value.ts";

type SeatRow = typeof seat.$inferSelect;

/** A seat with who sits in it. */
export interface PersonSeat extends Seat {
  /** The place of the person's colour: theirs for the life of the case, also in a second seat. */
  readonly colour: number;
  readonly name: string;
  readonly initials: string;
  readonly profession: string | null;
  readonly workplace: string | null;
}

const placeOf = (id: string): SealedPlace<string> => ({
  table: "seat",
  column: "sealed_basis",
  id,
});

export interface NewSeat extends Seat {
  readonly colour: number;
  /** Why they sit here, in words. */
  readonly basis: string | null;
  readonly givenBy: string | null;
}

export async function insertSeat(transaction: Database, key: CaseKey, given: NewSeat): Promise<void> {
  const { basis, from, to, scopes, ...rest } = given;
  await transaction.insert(seat).values({
    ...rest,
    scopes: [...scopes],
    fromAt: from,
    toAt: to,
    sealedBasis: basis === null ? null : sealValue(key, placeOf(given.id), basis),
  });
}

const toSeat = (row: SeatRow): Seat => ({
  id: row.id,
  organisationId: row.organisationId,
  caseId: row.caseId,
  personId: row.personId,
  role: row.role,
  mode: row.mode,
  scopes: row.scopes,
  from: row.fromAt,
  to: row.toAt,
  revealedAt: row.revealedAt,
});

/** All seats of these cases, ended ones too, in the order in which they were given. */
export async function seatsOfCases(
  database: Database,
  caseIds: readonly string[],
): Promise<readonly PersonSeat[]> {
  if (caseIds.length === 0) return [];
  const rows = await database
    .select({
      seat,
      name: user.name,
      initials: person.initials,
      profession: person.profession,
      workplace: person.workplace,
    })
    .from(seat)
    .innerJoin(person, eq(person.id, seat.personId))
    .innerJoin(user, eq(user.id, seat.personId))
    .where(inArray(seat.caseId, [...caseIds]))
    .orderBy(seat.fromAt, seat.id);
  return rows.map(({ seat: row, ...who }) => ({ ...toSeat(row), colour: row.colour, ...who }));
}

export async function seatsOfPerson(database: Database, personId: string, caseId?: string): Promise<Seat[]> {
  const ofPerson = eq(seat.personId, personId);
  const rows = await database
    .select()
    .from(seat)
    .where(caseId === undefined ? ofPerson : and(ofPerson, eq(seat.caseId, caseId)))
    .orderBy(seat.fromAt, seat.id);
  return rows.map(toSeat);
}

export async function findSeat(database: Database, seatId: string): Promise<Seat | undefined> {
  const [row] = await database.select().from(seat).where(eq(seat.id, seatId));
  return row && toSeat(row);
}

export async function updateSeat(
  transaction: Database,
  seatId: string,
  change: { readonly toAt?: Date; readonly revealedAt?: Date },
): Promise<void> {
  await transaction.update(seat).set(change).where(eq(seat.id, seatId));
}

/** The colour of somebody who comes to these seats: the one they have there already, or the next. */
export function nextColour(seats: readonly PersonSeat[], personId: string): number {
  const own = seats.find((taken) => taken.personId === personId);
  return own?.colour ?? Math.max(-1, ...seats.map(({ colour }) => colour)) + 1;
}
