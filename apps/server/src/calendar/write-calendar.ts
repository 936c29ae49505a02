import { type Day, dayAt } from "@consilium/foundation";

/** A day that something is due by. */
export interface CalendarDay {
  /** Lasting: a calendar that gets it again changes its entry. */
  readonly id: string;
  readonly day: Day;
  /** Without words of a case: calendars are shared, and synchronized by strangers. */
  readonly summary: string;
  readonly address: string;
  /** When it was asked for; the file of one request is always the same. */
  readonly asked: Date;
  /** Of the site. */
  readonly host: string;
}

/** RFC 5545, one entry for the whole day. */
export function writeCalendar({ id, day, summary, address, asked, host }: CalendarDay): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Consilium//Consilium//EN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${id}@${host}`,
    `DTSTAMP:${stampOf(asked)}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `DTEND;VALUE=DATE:${dayAt(day, 1).replaceAll("-", "")}`,
    `SUMMARY:${escaped(summary)}`,
    `URL:${address}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const stampOf = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, "\\n");

/** Octets of a line, its break apart. */
const longest = 75;

/** Between characters, never within one. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    const room = parts.length === 0 ? longest : longest - 1;
    if (Buffer.byteLength(part + character) > room) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part].join("\r\n ");
}
