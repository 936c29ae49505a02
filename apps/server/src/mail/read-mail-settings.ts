import { isPlainAddress } from "./plain-address.ts";
import type { SmtpSettings } from "./smtp-transport.ts";

/** `SMTP_URL` and `SMTP_FROM`; undefined: mail is kept and does not leave. A sentence for each value that is of no use. */
export function readMailSettings(
  environment: NodeJS.ProcessEnv,
  origin: string,
  problems: string[],
): SmtpSettings | undefined {
  const { SMTP_URL: url, SMTP_FROM: given } = environment;
  if (!url) {
    if (given) problems.push("SMTP_FROM is set and SMTP_URL is not: there is no server that mail leaves by.");
    return undefined;
  }
  // The address holds a password: it is not repeated.
  if (!/^smtps?:\/\/[^/]/.test(url) || !URL.canParse(url))
    problems.push("SMTP_URL must be an address that begins with smtp:// or smtps://.");
  const from = given || `no-reply@${URL.parse(origin)?.hostname ?? ""}`;
  if (!isPlainAddress(from))
    problems.push(
      `SMTP_FROM is ${given ? "no mail address" : "not set"}: it must be the address that mail comes from, as no-reply@consilium.example.`,
    );
  return { url, from };
}
