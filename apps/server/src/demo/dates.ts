/** A calendar day as `2026-11-24`. */
export type Day = string;

const months = monthNames("en-GB");
const spanishMonths = monthNames("es-ES");
const weekdays = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });

function monthNames(locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2026, month, 15))));
}

/** Noon in UTC, so that adding days meets no change of the clocks. */
function noonOf(today: Day, offset: number): Date {
  const noon = new Date(`${today}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + offset);
  return noon;
}

export const dayAt = (today: Day, offset: number): Day => noonOf(today, offset).toISOString().slice(0, 10);

const token = /\{\{([+-]?\d+)(?::([a-z]+))?\}\}/g;

/** Every `{{offset:form}}` as that day's date. Throws at a form that there is not: the content is wrong then. */
export const resolveDates = (text: string, today: Day): string =>
  text.replace(token, (_, offset: string, form: string | undefined) =>
    writeDate(noonOf(today, Number(offset)), form ?? ""),
  );

function writeDate(date: Date, form: string): string {
  const day = String(date.getUTCDate());
  const month = months[date.getUTCMonth()] ?? "";
  const spanish = spanishMonths[date.getUTCMonth()] ?? "";
  const [year = "", monthNumber = "", dayNumber = ""] = date.toISOString().slice(0, 10).split("-");
  const forms: Readonly<Record<string, string>> = {
    "": `${day} ${month} ${year}`,
    d: `${day} ${month.slice(0, 3)} ${year}`,
    s: `${day} ${month.slice(0, 3)}`,
    l: `${day} ${month}`,
    w: `${weekdays.format(date)} ${day} ${month}`,
    m: `${month} ${year}`,
    mn: month,
    y: year,
    i: `${year}-${monthNumber}-${dayNumber}`,
    e: `${dayNumber}.${monthNumber}.${year}`,
    u: `${dayNumber}/${monthNumber}/${year}`,
    es: `${day} de ${spanish} de ${year}`,
    esl: `${day} de ${spanish}`,
    esm: spanish,
  };
  const written = forms[form];
  if (written === undefined) throw new Error(`There is no date form "${form}"`);
  return written;
}

/** `resolveDates` on every string inside. */
export function resolveAllDates(value: unknown, today: Day): unknown {
  if (typeof value === "string") return resolveDates(value, today);
  if (Array.isArray(value)) return value.map((part: unknown) => resolveAllDates(part, today));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, unknown]) => [key, resolveAllDates(part, today)]),
  );
}

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

/** Nothing of the content happens after this time of day 0. */
const evening = "16:00";

/** The newest day that is old enough to be the content's day 0, so that nobody reads of what has not happened yet. */
export function latestToday(now: Date, zone: string): Day {
  const date = dayAt(new Date(now.getTime() + offsetAt(zone, now.getTime())).toISOString().slice(0, 10), 0);
  return instantIn(zone, date, evening) <= now ? date : dayAt(date, -1);
}
