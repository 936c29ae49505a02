import { createSentences } from "@consilium/language";
import { oneLine } from "../mail/one-line.ts";
import type { Letter } from "../notify/write-letter.ts";

/** What a mail to somebody without an account is about. It names no patient, and not what is asked for. */
export interface PlaceLetter {
  readonly kind: "asked" | "reminded" | "late" | "withdrawn";
  readonly programme: string;
  /** Who asks. */
  readonly by: string;
  readonly due: Date | null;
  /** Of the answer place. Null: there is nothing to open any more. */
  readonly link: string | null;
  /** The programme's, an IANA name. */
  readonly zone: string;
}

/** Plain text, so that nothing in it can be anything else. */
export function writePlaceLetter({ kind, programme, by, due, link, zone }: PlaceLetter): Letter {
  const t = createSentences("en", zone);
  const names = { programme: oneLine(programme), by: oneLine(by) };
  const said = t(`mail.place.${kind}`, names);
  const until = due && kind !== "withdrawn" ? t("mail.place.due", { due }) : null;
  const way = link === null ? null : [t("mail.place.way"), link].join("\n");
  const code = link === null ? null : t("mail.place.code", names);
  const end = t("mail.place.end");
  const parts = [t("mail.greeting"), said, until, way, code, end].filter((part) => part !== null);
  return { subject: t(`mail.place.subject.${kind}`, names), text: parts.join("\n\n") };
}
