import { type ConferenceRow, findOrganisation, findPerson, type StoredGuest } from "@consilium/database";
import { createSentences } from "@consilium/language";
import { writeConferenceCalendar } from "../calendar/write-conference-calendar.ts";
import type { Scope } from "../command/run-command.ts";
import { oneLine } from "../mail/one-line.ts";
import type { Services } from "../services.ts";

export interface GuestLetter {
  readonly guest: Pick<StoredGuest, "kind" | "email">;
  readonly conference: Pick<ConferenceRow, "id" | "startsAt" | "minutes" | "revision">;
  readonly kind: "asked" | "moved" | "cancelled" | "withdrawn";
  /** Only of an invitation: no row holds it. */
  readonly link: string | null;
}

const subjects = {
  asked: "subject",
  moved: "subjectMoved",
  cancelled: "subjectCancelled",
  withdrawn: "subjectWithdrawn",
} as const;

/** A mail to somebody without an account, with a calendar file. It names no patient. Where no address was given nothing is sent. */
export async function tellGuest(
  { origin }: Pick<Services, "origin">,
  { transaction, row, seat, sendMail }: Pick<Scope, "transaction" | "row" | "seat" | "sendMail">,
  { guest, conference, kind, link }: GuestLetter,
): Promise<void> {
  if (guest.email === null) return;
  const organisation = await findOrganisation(transaction, row.organisationId);
  const zone = organisation?.details.zone ?? "UTC";
  const t = createSentences("en", zone);
  const programme = oneLine(organisation?.name ?? "Consilium");
  const by = oneLine((await findPerson(transaction, seat.personId))?.name ?? programme);
  const said = t(`mail.guest.${kind}`, { by, programme, kind: guest.kind });
  const isOff = kind === "cancelled" || kind === "withdrawn";
  const when = isOff
    ? null
    : t("mail.guest.when", { at: conference.startsAt, zone: zone.replaceAll("_", " ") });
  const way = link === null ? null : [t("mail.guest.way"), link].join("\n");
  const parts = [t("mail.greeting"), said, when, way, t("mail.guest.end")].filter((part) => part !== null);
  const entry = { ...conference, isCancelled: isOff, summary: t("mail.calendarGuest") };
  await sendMail({
    address: guest.email,
    subject: t(`mail.guest.${subjects[kind]}`, { programme }),
    text: parts.join("\n\n"),
    // The link is a secret, and calendars are shared: it stays in the mail.
    calendar: writeConferenceCalendar(
      [{ ...entry, address: origin, at: conference.startsAt }],
      new URL(origin).hostname,
    ),
  });
}
