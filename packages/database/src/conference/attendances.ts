import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { conferenceAttendance, conferenceStatistics, seat, user } from "../schema/index.ts";

export type AttendanceRow = typeof conferenceAttendance.$inferSelect;

export interface NamedAttendance extends AttendanceRow {
  readonly name: string;
}

export async function insertAttendance(database: Database, row: Omit<AttendanceRow, "toAt">): Promise<void> {
  await database.insert(conferenceAttendance).values(row);
}

/** They have gone. Without a seat: all have. Gives the seats of whom it was. */
export async function endAttendances(
  database: Database,
  conferenceId: string,
  toAt: Date,
  seatId?: string,
): Promise<readonly string[]> {
  const open = and(eq(conferenceAttendance.conferenceId, conferenceId), isNull(conferenceAttendance.toAt));
  const rows = await database
    .update(conferenceAttendance)
    .set({ toAt })
    .where(seatId === undefined ? open : and(open, eq(conferenceAttendance.seatId, seatId)))
    .returning({ seatId: conferenceAttendance.seatId });
  return [...new Set(rows.map((row) => row.seatId))];
}

const named = (database: Database) =>
  database
    .select({ attendance: conferenceAttendance, name: user.name })
    .from(conferenceAttendance)
    .innerJoin(seat, eq(seat.id, conferenceAttendance.seatId))
    .innerJoin(user, eq(user.id, seat.personId));

/** In the order in which they came. */
export async function attendancesOfCase(
  database: Database,
  caseId: string,
): Promise<readonly NamedAttendance[]> {
  const rows = await named(database)
    .where(eq(conferenceAttendance.caseId, caseId))
    .orderBy(asc(conferenceAttendance.fromAt), asc(conferenceAttendance.id));
  return rows.map(({ attendance, name }) => ({ ...attendance, name }));
}

/** Who is in now, as far as the rows know. */
export async function openAttendances(
  database: Database,
  conferenceId: string,
): Promise<readonly NamedAttendance[]> {
  const rows = await named(database).where(
    and(eq(conferenceAttendance.conferenceId, conferenceId), isNull(conferenceAttendance.toAt)),
  );
  return rows.map(({ attendance, name }) => ({ ...attendance, name }));
}

/** How it went, when its room closes. */
export async function insertConferenceStatistics(
  database: Database,
  row: typeof conferenceStatistics.$inferInsert,
): Promise<void> {
  await database.insert(conferenceStatistics).values(row);
}
