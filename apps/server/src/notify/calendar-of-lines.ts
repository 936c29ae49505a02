import { isOfConference } from "@consilium/clinical";
import { conferencesById, type Database, type ListedNotification } from "@consilium/database";
import { createSentences } from "@consilium/language";
import { writeConferenceCalendar } from "../calendar/write-conference-calendar.ts";
import type { LetterOptions } from "./write-letter.ts";

type Line = Pick<ListedNotification, "kind" | "subject" | "caseId" | "number">;

/** The conferences that a mail tells of, as they are now, for the reader's calendar. Null: it tells of none. */
export async function calendarOfLines(
  database: Database,
  lines: readonly Line[],
  { zone, origin }: LetterOptions,
): Promise<string | null> {
  const told = lines.filter(({ kind }) => isOfConference(kind));
  const numbers = new Map(told.map(({ caseId, number }) => [caseId, number]));
  const rows = await conferencesById(database, [...new Set(told.map(({ subject }) => subject))]);
  if (rows.length === 0) return null;
  const t = createSentences("en", zone);
  const entries = rows.map((row) => ({
    ...row,
    isCancelled: row.state === "cancelled",
    summary: t("mail.calendarConference", { number: numbers.get(row.caseId) ?? "" }),
    address: `${origin}/cases/${row.caseId}/conference/${row.id}`,
    at: row.calledAt,
  }));
  return writeConferenceCalendar(entries, new URL(origin).hostname);
}
