import { isOfConference, isUrgentKind, type NotificationKind } from "@consilium/clinical";
import { createSentences } from "@consilium/language";

/** One thing that a mail tells of. */
export interface LetterLine {
  readonly kind: NotificationKind;
  /** What people call the case by; it says nothing of the patient. */
  readonly number: string;
  readonly caseId: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

export interface LetterOptions {
  /** The reader's, an IANA name. */
  readonly zone: string;
  /** The site's address. */
  readonly origin: string;
}

/** A mail as its reader gets it: what waits and where, never what it says. Plain text, so that nothing in it can be anything else. */
export function writeLetter(lines: readonly LetterLine[], { zone, origin }: LetterOptions): Letter {
  const t = createSentences("en", zone);
  const [first] = lines;
  const isUrgent = lines.some(({ kind }) => isUrgentKind(kind));
  const subject = isUrgent
    ? t("mail.subjectUrgent")
    : t("mail.subject", { count: lines.length, number: first?.number ?? "" });
  const said = lines.map((line) =>
    [t(`mail.line.${line.kind}`, { number: line.number }), origin + placeOf(line)].join("\n"),
  );
  const end = t("mail.end", { settings: `${origin}/settings` });
  return { subject, text: [t("mail.greeting"), ...said, end].join("\n\n") };
}

function placeOf({ kind, caseId }: LetterLine): string {
  // Whoever is offered a case has no place in it yet.
  if (kind === "case-offered") return "/cases";
  return isOfConference(kind) ? `/cases/${caseId}/conferences` : `/cases/${caseId}`;
}
