import type { OpenDatabase } from "@consilium/database";
import { createUlid, secureRandom, systemClock } from "@consilium/foundation";
import type { Configuration } from "./configuration.ts";
import type { Jobs } from "./jobs/open-jobs.ts";
import { createMailOffice, type MailOffice } from "./mail/mail-office.ts";
import { keepInOutbox } from "./mail/mail-transport.ts";
import { createSmtpTransport } from "./mail/smtp-transport.ts";
import { writeDueMails } from "./notify/write-due-mails.ts";

/** Who writes and sends the mails of this server. */
export function openMailOffice(
  { smtp, origins }: Pick<Configuration, "smtp" | "origins">,
  { database }: OpenDatabase,
  jobs: Jobs,
  failed: (cause: unknown) => void,
): MailOffice {
  const now = systemClock;
  const createId = () => createUlid(now().getTime(), secureRandom);
  return createMailOffice({
    database,
    jobs,
    transport: smtp ? createSmtpTransport(smtp) : keepInOutbox,
    now,
    failed,
    write: () => writeDueMails({ database, createId, origin: origins[0] }, now()),
  });
}
