import { forgetMails, type OpenDatabase } from "@consilium/database";
import type { Clock } from "@consilium/foundation";
import type { Sweep } from "../jobs/keep-sweeping.ts";
import type { Jobs } from "../jobs/open-jobs.ts";
import type { MailTransport } from "./mail-transport.ts";
import { sendMails } from "./send-mails.ts";

export interface MailOfficeOptions extends Pick<OpenDatabase, "database"> {
  readonly jobs: Jobs;
  readonly transport: MailTransport;
  readonly now: Clock;
  readonly failed: (cause: unknown) => void;
  /** Writes the mails that are due, before those that were written are sent. */
  readonly write: () => Promise<void>;
}

export interface MailOffice {
  /** Takes up the work; until then what is queued waits. */
  readonly open: () => Promise<void>;
  /** Somebody was told of something: called after the commit. Never throws; what it misses the next sweep finds. */
  readonly told: () => Promise<void>;
  readonly sweeps: readonly Sweep[];
}

/** What the operator reads: mail waits until the server at `SMTP_URL` is there, or lets us in. */
class MailServerAway extends Error {
  override readonly name = "MailServerAway";
  constructor(cause: unknown) {
    super("The mail server is away", { cause });
  }
}

const queue = "mail";
const day = 24 * 3_600_000;
/** Then a mail and its address are forgotten. */
const kept = 30 * day;

/** Mail leaves beside the requests, in order, by one job at a time a server. */
export function createMailOffice(options: MailOfficeOptions): MailOffice {
  const { database, jobs, transport, now, failed, write } = options;
  let wasAway = false;
  const begin = () => jobs.begin(queue, "due");
  const work = async () => {
    await write();
    const { isAway, cause, next } = await sendMails(database, transport, now);
    // Once, not every minute of an hour.
    if (isAway && !wasAway) failed(new MailServerAway(cause));
    wasAway = isAway;
    if (next) await jobs.at(queue, "due", next);
  };
  return {
    open: () => jobs.work(queue, work),
    told: () => begin().catch(failed),
    sweeps: [
      { name: "mail", run: begin },
      { name: "old-mail", run: (at) => forgetMails(database, new Date(at.getTime() - kept)) },
    ],
  };
}
