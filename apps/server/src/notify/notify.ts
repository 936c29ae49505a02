import type { NotificationKind } from "@consilium/clinical";
import {
  type Database,
  insertNotification,
  personsById,
  personsInSeats,
  type ToldPerson,
} from "@consilium/database";

/** That something happened in a case, and who hears of it. It holds no word of the case: what it is they read there. */
export interface Telling {
  readonly kind: NotificationKind;
  /** What it is about: an id, or the name of a document. */
  readonly subject: string;
  /** Open seats; whoever sits in two of them hears once. */
  readonly seats?: readonly string[];
  /** People whose seat is not there yet. */
  readonly persons?: readonly string[];
  /** What it is told once for: told again, to the same person, nothing happens. */
  readonly once?: string;
}

export interface NotifyingCase {
  readonly organisationId: string;
  readonly id: string;
}

export interface NotifyOptions {
  readonly createId: () => string;
  readonly at: Date;
  /** Whoever did it hears nothing of it. */
  readonly butNot?: string;
}

/**
 * Tells people, each in the way that they chose: a row for the app, and when a mail is due. Called in the transaction of what it
 * tells of; mails are written after it. Gives how many people were told.
 */
export async function notify(
  transaction: Database,
  { organisationId, id: caseId }: NotifyingCase,
  { kind, subject, seats = [], persons = [], once = "" }: Telling,
  { createId, at, butNot }: NotifyOptions,
): Promise<number> {
  const told = new Map<string, ToldPerson>();
  for (const person of await personsById(transaction, persons)) told.set(person.personId, person);
  for (const person of await personsInSeats(transaction, seats, at)) told.set(person.personId, person);
  let count = 0;
  for (const person of told.values()) {
    if (person.personId === butNot) continue;
    const row = { id: createId(), organisationId, caseId, kind, subject, at, once: once || null };
    if (await insertNotification(transaction, person, row)) count++;
  }
  return count;
}
