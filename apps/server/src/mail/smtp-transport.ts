import { createTransport } from "nodemailer";
import type { MailOutcome, MailTransport } from "./mail-transport.ts";

export interface SmtpSettings {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly url: string;
  /** Who it is from: one plain address. */
  readonly from: string;
}

/** Milliseconds. A server that is silent for so long is away. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** One connection a mail: they are few, and a connection that broke belongs to one mail. */
export function createSmtpTransport({ url, from }: SmtpSettings): MailTransport {
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
  const host = from.slice(from.lastIndexOf("@") + 1);
  return {
    send: ({ id, to, subject, text, calendar }) =>
      transport
        .sendMail({
          from: { name: "Consilium", address: from },
          // Never one string: what is parsed can turn out to be two addresses.
          to: { name: "", address: to },
          subject,
          text,
          ...(calendar !== null && { attachments: [attachmentOf(calendar)] }),
          messageId: `<${id}@${host}>`,
          headers: { "Auto-Submitted": "auto-generated" },
        })
        .then(
          (): MailOutcome => ({ outcome: "sent" }),
          (cause: unknown) => outcomeOf(cause),
        ),
  };
}

const attachmentOf = (content: string) => ({
  filename: "consilium.ics",
  contentType: "text/calendar; charset=utf-8; method=PUBLISH",
  content,
});

/** What the server says about a recipient or a message is about this mail; all else is between us and the server. */
const aboutThisMail = /^(RCPT TO|DATA)/;

function outcomeOf(cause: unknown): MailOutcome {
  const { code, command } = answerIn(cause);
  if (typeof code !== "number" || typeof command !== "string" || !aboutThisMail.test(command))
    return { outcome: "away", cause };
  // 421: it closes the connection, whatever was asked.
  if (code >= 500) return { outcome: "refused", code };
  return code === 421 ? { outcome: "away", cause } : { outcome: "later", code };
}

/** What the server said to which command, where it said anything. */
function answerIn(cause: unknown): { readonly code?: unknown; readonly command?: unknown } {
  if (!(cause instanceof Error) || !("responseCode" in cause) || !("command" in cause)) return {};
  return { code: cause.responseCode, command: cause.command };
}
