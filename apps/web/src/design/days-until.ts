const day = 86_400_000;

/** Whole days of the calendar in `zone` (IANA) from `now` to `then`; negative for the past. */
export function daysUntil(then: Date, now: Date, zone: string): number {
  return (calendarDay(then, zone) - calendarDay(now, zone)) / day;
}

/** Midnight of the zone's calendar date, counted as UTC, so that days are equally long. */
function calendarDay(at: Date, zone: string): number {
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  const parts = new Map(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  return Date.UTC(parts.get("year") ?? 0, (parts.get("month") ?? 1) - 1, parts.get("day") ?? 1);
}
