import { calendarFile, stampOf } from "./calendar-file.ts";

/** A conference in a calendar: when, and never about whom or what. */
export interface CalendarConference {
  /** Lasting: a calendar that gets it again changes its entry. */
  readonly id: string;
  readonly startsAt: Date;
  readonly minutes: number;
  /** Counts up with each change. */
  readonly revision: number;
  readonly isCancelled: boolean;
  readonly summary: string;
  readonly address: string;
  /** When this was written; the file of one revision is always the same. */
  readonly at: Date;
}

/** RFC 5545. `host`: of the site. */
export const writeConferenceCalendar = (conferences: readonly CalendarConference[], host: string): string =>
  calendarFile(conferences.map((conference) => eventOf(conference, host)));

function eventOf(
  { id, startsAt, minutes, revision, isCancelled, summary, address, at }: CalendarConference,
  host: string,
) {
  const ends = new Date(startsAt.getTime() + minutes * 60_000);
  return {
    uid: `${id}@${host}`,
    stamp: at,
    times: [`DTSTART:${stampOf(startsAt)}`, `DTEND:${stampOf(ends)}`],
    summary,
    address,
    more: [`SEQUENCE:${revision}`, `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`],
  };
}
