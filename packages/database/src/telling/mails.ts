import { and, asc, desc, eq, inArray, lt, lte, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { mail, user } from "../schema/index.ts";

export type MailRow = typeof mail.$inferSelect;
export type MailState = MailRow["state"];

export type NewMail = Pick<MailRow, "id" | "personId" | "address" | "subject" | "text" | "queuedAt"> & {
  readonly calendar?: string | null;
};

/** It leaves once the transaction is committed and the services are told. An address that is none stops it when it is sent. */
export async function insertMail(transaction: Database, given: NewMail): Promise<void> {
  await transaction.insert(mail).values({ ...given, nextAt: given.queuedAt });
}

/**
 * The mail that has waited longest of those that are due, for this process alone until `until`: after that, whoever took it
 * has died, and another may. Undefined: none is due.
 */
export async function takeDueMail(database: Database, now: Date, until: Date): Promise<MailRow | undefined> {
  const due = database
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.state, "queued"), lte(mail.nextAt, now)))
    .orderBy(asc(mail.nextAt), asc(mail.id))
    .limit(1)
    .for("update", { skipLocked: true });
  const [taken] = await database
    .update(mail)
    .set({ tries: sql`${mail.tries} + 1`, nextAt: until })
    .where(sql`${mail.id} = (${due})`)
    .returning();
  return taken;
}

/** What became of a try. */
export async function settleMail(
  database: Database,
  id: string,
  change: Partial<Pick<MailRow, "state" | "nextAt" | "problem" | "sentAt" | "text">>,
): Promise<void> {
  await database.update(mail).set(change).where(eq(mail.id, id));
}

export interface MailInOutbox extends MailRow {
  /** Null: somebody without an account. */
  readonly name: string | null;
}

/** The newest first. */
export async function newestMails(database: Database, most: number): Promise<readonly MailInOutbox[]> {
  const rows = await database
    .select({ mail, name: user.name })
    .from(mail)
    .leftJoin(user, eq(user.id, mail.personId))
    .orderBy(desc(mail.queuedAt), desc(mail.id))
    .limit(most);
  return rows.map(({ mail: row, name }) => ({ ...row, name }));
}

/** Since when the address that somebody has now takes no mail. Undefined: it takes it, or nothing was sent there yet. */
export async function mailRefusedSince(database: Database, personId: string): Promise<Date | undefined> {
  const settled = inArray(mail.state, ["sent", "stopped"]);
  const [last] = await database
    .select({ state: mail.state, at: mail.queuedAt })
    .from(mail)
    .innerJoin(user, and(eq(user.id, mail.personId), eq(user.email, mail.address)))
    .where(and(eq(mail.personId, personId), settled))
    .orderBy(desc(mail.queuedAt), desc(mail.id))
    .limit(1);
  return last?.state === "stopped" ? last.at : undefined;
}

/** Mails that nobody will send any more. */
export async function forgetMails(database: Database, before: Date): Promise<void> {
  const over: MailState[] = ["sent", "kept", "failed", "stopped"];
  await database.delete(mail).where(and(inArray(mail.state, over), lt(mail.queuedAt, before)));
}
