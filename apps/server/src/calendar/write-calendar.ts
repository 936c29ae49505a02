import { type Day, dayAt } from "@consilium/foundation";
import { calendarFile } from "./calendar-file.ts";

/** A day that something is due by. */
export interface CalendarDay {
  /** Lasting: a calendar that gets it again changes its entry. */
  readonly id: string;
  readonly day: Day;
  readonly summary: string;
  readonly address: string;
  /** When it was asked for; the file of one request is always the same. */
  readonly asked: Date;
  /** Of the site. */
  readonly host: string;
}

/** RFC 5545, one entry for the whole day. */
export const writeCalendar = ({ id, day, summary, address, asked, host }: CalendarDay): string =>
  calendarFile([
    {
      uid: `${id}@${host}`,
      stamp: asked,
      times: [
        `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
        `DTEND;VALUE=DATE:${dayAt(day, 1).replaceAll("-", "")}`,
      ],
      summary,
      address,
      more: ["TRANSP:TRANSPARENT"],
    },
  ]);
