export interface CalendarEvent {
  readonly uid: string;
  readonly stamp: Date;
  /** Lines that say when it is. */
  readonly times: readonly string[];
  /** Without words of a case: calendars are shared, and synchronized by strangers. */
  readonly summary: string;
  readonly address: string;
  readonly more: readonly string[];
}

/** RFC 5545: lines of at most 75 octets, and no word of an entry begins one of its own. */
export function calendarFile(events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Consilium//Consilium//EN",
    "METHOD:PUBLISH",
    ...events.flatMap(({ uid, stamp, times, summary, address, more }) => [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${stampOf(stamp)}`,
      ...times,
      `SUMMARY:${escaped(summary)}`,
      `URL:${address}`,
      ...more,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** `20261130T090000Z`. */
export const stampOf = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

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
