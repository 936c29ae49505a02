import { type Database, type MailRow, recordAct, settleMail, takeDueMail } from "@consilium/database";
import type { MailTransport } from "./mail-transport.ts";
import { isPlainAddress } from "./plain-address.ts";

const minute = 60_000;
/** For so long a mail belongs to whoever took it; longer than the longest try. */
const lease = 5 * minute;
const longestWait = 60 * minute;
/** A mail that did not leave for so long is of no use to anybody. */
const patience = 3 * 24 * 60 * minute;

export interface MailRound {
  /** Whether the mail server was there. */
  readonly isAway: boolean;
  /** Why not, where it was not. */
  readonly cause?: unknown;
  /** When the next mail that is known of here is to be tried; null: none waits. */
  readonly next: Date | null;
}

/**
 * Sends what is due, one mail after the other, until none is or the mail server is away. A mail that the server puts off is tried
 * later and later, up to an hour apart, for three days; one that it refuses is stopped, and that is said to the person.
 */
export async function sendMails(
  database: Database,
  transport: MailTransport,
  now: () => Date,
): Promise<MailRound> {
  let next: Date | null = null;
  const remember = (at: Date | null) => {
    if (at && (!next || at < next)) next = at;
  };
  for (;;) {
    const at = now();
    const taken = await takeDueMail(database, at, new Date(at.getTime() + lease));
    if (!taken) return { isAway: false, next };
    const away = await sendOne(database, transport, taken, at, remember);
    if (away) return { isAway: true, cause: away.cause, next };
  }
}

async function sendOne(
  database: Database,
  transport: MailTransport,
  { id, address, subject, text, calendar, tries, queuedAt, personId }: MailRow,
  at: Date,
  remember: (next: Date | null) => void,
): Promise<{ readonly cause: unknown } | undefined> {
  const result = isPlainAddress(address)
    ? await transport.send({ id, to: address, subject, text, calendar })
    : ({ outcome: "refused", code: null } as const);
  switch (result.outcome) {
    case "sent":
    case "kept":
      await settleMail(database, id, { state: result.outcome, sentAt: at, problem: null });
      // To somebody without an account it held a secret: once it has left, the row needs it no more.
      if (result.outcome === "sent" && personId === null) await settleMail(database, id, { text: "" });
      return undefined;
    case "refused": {
      const problem = result.code === null ? "no-address" : `refused-${result.code}`;
      await settleMail(database, id, { state: "stopped", problem });
      await recordAct(database, { act: "mail.stopped", personId, subject: id, body: { problem } });
      return undefined;
    }
    case "later":
      remember(await putOff(database, { id, queuedAt }, at, waitAfter(tries), `put-off-${result.code}`));
      return undefined;
    case "away":
      remember(await putOff(database, { id, queuedAt }, at, minute, "server-away"));
      return { cause: result.cause };
  }
}

/** A minute, two, four, … an hour. */
const waitAfter = (tries: number): number => Math.min(minute * 2 ** Math.min(tries - 1, 10), longestWait);

/** When it is tried again; null: never, it has waited for too long. */
async function putOff(
  database: Database,
  { id, queuedAt }: Pick<MailRow, "id" | "queuedAt">,
  at: Date,
  wait: number,
  problem: string,
): Promise<Date | null> {
  if (at.getTime() - queuedAt.getTime() >= patience) {
    await settleMail(database, id, { state: "failed", problem });
    return null;
  }
  const nextAt = new Date(at.getTime() + wait);
  await settleMail(database, id, { nextAt, problem });
  return nextAt;
}
