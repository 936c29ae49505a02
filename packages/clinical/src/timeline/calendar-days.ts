import { dayOf, type PartialDate } from "../record/partial-date.ts";

/** Days of the calendar, counted from the 1st of January 1970; `end` is not among them. */
export interface DaySpan {
  readonly start: number;
  readonly end: number;
}

const day = 86_400_000;

/**
 * All days that a date may mean: of `2024` the whole year. A moment belongs to the day that its source wrote, whatever the
 * offset: so it stands on the same day for every reader, and on the day that is written beside it.
 */
export function daysOf(date: PartialDate): DaySpan {
  const [year = 0, month, dayOfMonth] = dayOf(date).split("-").map(Number);
  if (month === undefined) return { start: dayNumber(year, 1, 1), end: dayNumber(year + 1, 1, 1) };
  if (dayOfMonth === undefined)
    return { start: dayNumber(year, month, 1), end: dayNumber(year, month + 1, 1) };
  const start = dayNumber(year, month, dayOfMonth);
  return { start, end: start + 1 };
}

/** Months and days beyond their end go on: the 13th month is the January after. */
export function dayNumber(year: number, month: number, dayOfMonth: number): number {
  // `Date.UTC` takes the years up to 99 for those of the last century.
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, dayOfMonth);
  return Math.round(at.getTime() / day);
}

/** The day of that number, as an ISO 8601 date. Years beyond 9999 are none that a record can have. */
export const dateOfDay = (number: number): PartialDate =>
  new Date(Math.floor(number) * day).toISOString().slice(0, 10);
