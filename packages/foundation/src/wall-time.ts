/** A calendar day as `2026-11-24`. */
export type Day = string;

/** In UTC, so that adding days meets no change of the clocks. */
export const noonOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/** `offset` days later. */
export function dayAt(day: Day, offset: number): Day {
  const noon = noonOf(day);
  noon.setUTCDate(noon.getUTCDate() + offset);
  return noon.toISOString().slice(0, 10);
}

/** The day that a calendar on that wall shows. */
export const dayIn = (zone: string, at: Date): Day =>
  new Date(at.getTime() + offsetAt(zone, at.getTime())).toISOString().slice(0, 10);

/**
 * The moment at which a clock on that wall shows this time. A time that the spring change leaves out is the one an hour later;
 * of a time that autumn shows twice it is the first.
 */
export function instantIn(zone: string, day: Day, time: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const before = wall - offsetAt(zone, wall - 24 * 3_600_000);
  const after = wall - offsetAt(zone, wall + 24 * 3_600_000);
  const shows = (instant: number): boolean => instant + offsetAt(zone, instant) === wall;
  return new Date(shows(before) ? before : shows(after) ? after : before);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
    hourCycle: "h23",
  });
  formats.set(zone, format);
  return format;
}

/** Milliseconds that the zone is ahead of UTC at that moment. */
function offsetAt(zone: string, instant: number): number {
  const parts = new Map(
    formatIn(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(
    read("year"),
    read("month") - 1,
    read("day"),
    read("hour"),
    read("minute"),
    read("second"),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}
