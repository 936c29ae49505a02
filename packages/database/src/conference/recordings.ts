import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { conferenceRecording, seat, user } from "../schema/index.ts";

export type RecordingRow = typeof conferenceRecording.$inferSelect;

export interface NamedRecording extends RecordingRow {
  readonly name: string;
}

/** Its bytes lie sealed under its id. */
export async function insertRecording(
  database: Database,
  row: Omit<RecordingRow, "erasedAt">,
): Promise<void> {
  await database.insert(conferenceRecording).values(row);
}

/** That can still be played, in the order in which they began. */
export async function recordingsOfCase(
  database: Database,
  caseId: string,
): Promise<readonly NamedRecording[]> {
  const rows = await database
    .select({ recording: conferenceRecording, name: user.name })
    .from(conferenceRecording)
    .innerJoin(seat, eq(seat.id, conferenceRecording.seatId))
    .innerJoin(user, eq(user.id, seat.personId))
    .where(and(eq(conferenceRecording.caseId, caseId), isNull(conferenceRecording.erasedAt)))
    .orderBy(asc(conferenceRecording.fromAt), asc(conferenceRecording.id));
  return rows.map(({ recording, name }) => ({ ...recording, name }));
}

/** Whose time has passed. */
export async function recordingsToErase(database: Database, now: Date): Promise<readonly RecordingRow[]> {
  return database
    .select()
    .from(conferenceRecording)
    .where(and(isNull(conferenceRecording.erasedAt), lte(conferenceRecording.eraseAt, now)));
}

/** From now on nobody plays it; its bytes go with the next sweep. */
export async function eraseRecordingsOf(
  transaction: Database,
  conferenceId: string,
  at: Date,
): Promise<readonly string[]> {
  const rows = await transaction
    .update(conferenceRecording)
    .set({ eraseAt: at })
    .where(and(eq(conferenceRecording.conferenceId, conferenceId), isNull(conferenceRecording.erasedAt)))
    .returning({ id: conferenceRecording.id });
  return rows.map(({ id }) => id);
}

/** Its bytes are gone. */
export async function noteRecordingErased(database: Database, id: string, erasedAt: Date): Promise<void> {
  await database.update(conferenceRecording).set({ erasedAt }).where(eq(conferenceRecording.id, id));
}
