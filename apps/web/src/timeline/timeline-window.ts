import { dateOfDay, dayNumber, daysOf, daysOfWhen, type DaySpan } from "@consilium/clinical";
import { type DatedEntry, type Sight, touches } from "./lay-lanes.ts";
import type { Span } from "./timeline-search.ts";

/** The days from the first to the last entry, with a little air; an end that is open reaches today. */
export function allDays(entries: readonly DatedEntry[], today: number): DaySpan {
  const ends = entries.map(({ when }) => daysOfWhen(when));
  const known = ends.flatMap(({ start, end }) => [start, end]).filter((day) => day !== null);
  const isOpen = ends.some(({ end }) => end === null);
  const days = isOpen || known.length === 0 ? [...known, today, today + 1] : known;
  const start = days.reduce((one, other) => Math.min(one, other));
  const end = days.reduce((one, other) => Math.max(one, other));
  const air = Math.max(3, Math.round((end - start) / 50));
  return { start: start - air, end: end + air };
}

/** The year or the month around a day. */
export function daysAround(zoom: Span, day: number): DaySpan {
  const date = dateOfDay(day);
  return daysOf(date.slice(0, zoom === "year" ? 4 : 7));
}

/** The first day of the year or the month before or after. */
export function neighbour(zoom: Span, { start }: DaySpan, by: 1 | -1): number {
  const [year = 0, month = 1] = dateOfDay(start).split("-").map(Number);
  return zoom === "year" ? dayNumber(year + by, 1, 1) : dayNumber(year, month + by, 1);
}

/** Where one looks without having chosen: at the newest entry that is not of a time to come. */
export function newestDay(entries: readonly DatedEntry[], today: number): number {
  const begun = entries.flatMap(({ when }) => {
    const { start, end } = daysOfWhen(when);
    return start ?? (end === null ? [] : end - 1);
  });
  const past = begun.filter((day) => day <= today);
  if (past.length > 0) return past.reduce((one, other) => Math.max(one, other));
  return begun.length > 0 ? begun.reduce((one, other) => Math.min(one, other)) : today;
}

export interface Beyond {
  readonly count: number;
  /** A day on which the nearest of them is. */
  readonly nearest: number;
}

/** What lies before the window and after it, so that an empty month does not look like an empty history. */
export function beyondWindow(
  entries: readonly DatedEntry[],
  sight: Sight,
): { readonly before: Beyond | undefined; readonly after: Beyond | undefined } {
  const { window } = sight;
  const outside = entries.filter((entry) => !touches(entry, sight)).map(({ when }) => daysOfWhen(when));
  const before = outside.flatMap(({ start, end }) => {
    const last = end === null ? start : end - 1;
    return last !== null && last < window.start ? [last] : [];
  });
  const after = outside.flatMap(({ start }) => (start !== null && start >= window.end ? [start] : []));
  return {
    before: nearest(before, (one, other) => Math.max(one, other)),
    after: nearest(after, (one, other) => Math.min(one, other)),
  };
}

const nearest = (
  days: readonly number[],
  choose: (one: number, other: number) => number,
): Beyond | undefined =>
  days.length === 0 ? undefined : { count: days.length, nearest: days.reduce(choose) };
