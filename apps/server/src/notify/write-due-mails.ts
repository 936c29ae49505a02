import {
  type Database,
  findReader,
  insertMail,
  personsWithDueMail,
  settleNotifications,
  takeDueNotifications,
} from "@consilium/database";
import { calendarOfLines } from "./calendar-of-lines.ts";
import { writeLetter } from "./write-letter.ts";

export interface MailWriter {
  readonly database: Database;
  readonly createId: () => string;
  /** The site's address. */
  readonly origin: string;
}

/**
 * Everything that somebody's mail is due about goes into one mail; what they have read meanwhile, and cases that they may no longer
 * enter, are left out. Safe with several servers: what one holds another passes over.
 */
export async function writeDueMails(writer: MailWriter, now: Date): Promise<void> {
  for (const personId of await personsWithDueMail(writer.database, now))
    await writer.database.transaction((transaction) => writeMail(writer, transaction, personId, now));
}

async function writeMail(
  { createId, origin }: MailWriter,
  transaction: Database,
  personId: string,
  now: Date,
): Promise<void> {
  const due = await takeDueNotifications(transaction, personId, now);
  const reader = await findReader(transaction, personId);
  const lines = reader ? due.filter(({ mayEnter }) => mayEnter) : [];
  const dropped = due.filter((row) => !lines.includes(row)).map(({ id }) => id);
  await settleNotifications(transaction, dropped, null);
  if (!reader || lines.length === 0) return;
  const id = createId();
  const letter = writeLetter(lines, { zone: reader.zone, origin });
  const calendar = await calendarOfLines(transaction, lines, { zone: reader.zone, origin });
  await insertMail(transaction, {
    id,
    personId,
    address: reader.address,
    ...letter,
    calendar,
    queuedAt: now,
  });
  await settleNotifications(
    transaction,
    lines.map((line) => line.id),
    id,
  );
}
