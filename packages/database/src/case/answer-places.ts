import { and, count, eq, gt, lt, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { markOf } from "../record/stored-files.ts";
import { answerPlace, recordRequest } from "../schema/index.ts";
import type { CaseKey } from "./case-keys.ts";

export type AnswerPlace = typeof answerPlace.$inferSelect;
export type RequestRowState = (typeof recordRequest.$inferSelect)["state"];

/** The place with the state of its request, which is also its own. */
export interface PlaceOfRequest extends AnswerPlace {
  readonly state: RequestRowState;
}

/**
 * The secret of a place's address, 256 bits. Made of the case's key, so that a reminder can say it again and no row holds it; with the key
 * of an erased case it is gone.
 */
export const answerTokenOf = (key: CaseKey, placeId: string): string =>
  markOf(key, "answer place", placeId).toString("base64url");

export type NewAnswerPlace = Pick<
  AnswerPlace,
  "id" | "organisationId" | "caseId" | "requestId" | "seatId" | "at" | "tokenHash" | "codeHash" | "expiresAt"
>;

export async function insertAnswerPlace(transaction: Database, place: NewAnswerPlace): Promise<void> {
  await transaction.insert(answerPlace).values(place);
}

const withState = (database: Database) =>
  database
    .select({ place: answerPlace, state: recordRequest.state })
    .from(answerPlace)
    .innerJoin(recordRequest, eq(recordRequest.id, answerPlace.requestId));

const joined = ({ place, state }: { place: AnswerPlace; state: RequestRowState }): PlaceOfRequest => ({
  ...place,
  state,
});

/** Whatever became of it: whoever holds its address is told what did. */
export async function findAnswerPlace(
  database: Database,
  tokenHash: Buffer,
): Promise<PlaceOfRequest | undefined> {
  const [found] = await withState(database).where(eq(answerPlace.tokenHash, tokenHash));
  return found && joined(found);
}

export async function answerPlaceOfRequest(
  database: Database,
  requestId: string,
): Promise<PlaceOfRequest | undefined> {
  const [found] = await withState(database).where(eq(answerPlace.requestId, requestId));
  return found && joined(found);
}

export async function answerPlacesOfCase(
  database: Database,
  caseId: string,
): Promise<readonly PlaceOfRequest[]> {
  return (await withState(database).where(eq(answerPlace.caseId, caseId))).map(joined);
}

/** Of a case, how many still take an answer. */
export async function countOpenPlaces(database: Database, caseId: string, now: Date): Promise<number> {
  const [found] = await database
    .select({ open: count() })
    .from(answerPlace)
    .innerJoin(recordRequest, eq(recordRequest.id, answerPlace.requestId))
    .where(
      and(eq(answerPlace.caseId, caseId), eq(recordRequest.state, "open"), gt(answerPlace.expiresAt, now)),
    );
  return found?.open ?? 0;
}

/** Counted before the code is looked at, so that many at once are no more tries. Gives how many there were with this one. */
export async function countPlaceAttempt(database: Database, id: string): Promise<number> {
  const [row] = await database
    .update(answerPlace)
    .set({ failures: sql`${answerPlace.failures} + 1` })
    .where(eq(answerPlace.id, id))
    .returning({ failures: answerPlace.failures });
  return row?.failures ?? Number.POSITIVE_INFINITY;
}

/** It was the right code: no attempt of before counts any more. */
export async function notePlaceOpened(database: Database, id: string, at: Date): Promise<void> {
  await database
    .update(answerPlace)
    .set({ failures: 0, opened: sql`${answerPlace.opened} + 1`, lastOpenedAt: at })
    .where(eq(answerPlace.id, id));
}

/** Another code opens it from now on, and the wrong ones of before are forgotten. False: it is not there. */
export async function renewPlaceCode(
  transaction: Database,
  requestId: string,
  codeHash: Buffer,
): Promise<boolean> {
  const rows = await transaction
    .update(answerPlace)
    .set({ codeHash, failures: 0 })
    .where(eq(answerPlace.requestId, requestId))
    .returning({ id: answerPlace.id });
  return rows.length > 0;
}

export interface PlaceLoad {
  readonly files: number;
  readonly bytes: number;
}

/** In one statement, so that two at once do not pass together. False: it would be more than `most`. */
export async function loadPlace(
  transaction: Database,
  id: string,
  { files, bytes }: PlaceLoad,
  most: PlaceLoad,
): Promise<boolean> {
  const rows = await transaction
    .update(answerPlace)
    .set({ files: sql`${answerPlace.files} + ${files}`, bytes: sql`${answerPlace.bytes} + ${bytes}` })
    .where(
      and(
        eq(answerPlace.id, id),
        lt(answerPlace.files, most.files - files + 1),
        lt(answerPlace.bytes, most.bytes - bytes + 1),
      ),
    )
    .returning({ id: answerPlace.id });
  return rows.length > 0;
}

/** What was taken back counts no more. */
export async function unloadPlace(
  transaction: Database,
  id: string,
  { files, bytes }: PlaceLoad,
): Promise<void> {
  await transaction
    .update(answerPlace)
    .set({ files: sql`${answerPlace.files} - ${files}`, bytes: sql`${answerPlace.bytes} - ${bytes}` })
    .where(eq(answerPlace.id, id));
}

/** False: another server wrote this reminder already, or there were enough. */
export async function notePlaceReminder(
  transaction: Database,
  id: string,
  once: string,
  most: number,
): Promise<boolean> {
  const rows = await transaction
    .update(answerPlace)
    .set({ reminders: sql`${answerPlace.reminders} + 1`, lastReminder: once })
    .where(
      and(
        eq(answerPlace.id, id),
        lt(answerPlace.reminders, most),
        sql`${answerPlace.lastReminder} is distinct from ${once}`,
      ),
    )
    .returning({ id: answerPlace.id });
  return rows.length > 0;
}
