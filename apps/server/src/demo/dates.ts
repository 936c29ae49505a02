import { type Day, dayAt, dayIn, instantIn, noonOf } from "@consilium/foundation";

const months = monthNames("en-GB");
const spanishMonths = monthNames("es-ES");
const weekdays = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });

function monthNames(locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2026, month, 15))));
}

const token = /\{\{([+-]?\d+)(?::([a-z]+))?\}\}/g;

/** Every `{{offset:form}}` as that day's date. Throws at a form that there is not: the content is wrong then. */
export const resolveDates = (text: string, today: Day): string =>
  text.replace(token, (_, offset: string, form: string | undefined) =>
    writeDate(noonOf(dayAt(today, Number(offset))), form ?? ""),
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

/** Nothing of the content happens after this time of day 0. */
const evening = "16:00";

/** The newest day that is old enough to be the content's day 0, so that nobody reads of what has not happened yet. */
export function latestToday(now: Date, zone: string): Day {
  const date = dayIn(zone, now);
  return instantIn(zone, date, evening) <= now ? date : dayAt(date, -1);
}
