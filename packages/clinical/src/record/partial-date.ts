/**
 * A date as exact as the source knew it: `2026`, `2026-11`, `2026-11-24`, or a day with a time and, where
 * known, its offset. Kept as written: a missing month is never filled in, an offset never converted.
 */
export type PartialDate = string;

const pattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?$/;

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** True only for dates of the calendar: the 30th of February is not one. */
export function isPartialDate(value: unknown): value is PartialDate {
  if (typeof value !== "string") return false;
  const [, year, month, day] = pattern.exec(value) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(Number(year), monthNumber));
}

export const yearOf = (date: PartialDate): string => date.slice(0, 4);

/** The day, month or year that was written, without the time. */
export const dayOf = (date: PartialDate): string => date.slice(0, 10);

const hasTime = (date: PartialDate): boolean => date.length > 10;
const hasOffset = (date: PartialDate): boolean => /(?:Z|[+-]\d\d:\d\d)$/.test(date) && hasTime(date);
const instant = (date: PartialDate): number => Date.parse(date.replace(":60", ":59"));

/**
 * Earlier first. Two moments with offsets by their instant; everything else as it is written, where the less
 * exact date comes first (`2026` before `2026-01`).
 */
export function comparePartialDates(left: PartialDate, right: PartialDate): number {
  if (hasOffset(left) && hasOffset(right)) {
    const difference = instant(left) - instant(right);
    if (difference !== 0) return difference;
  }
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Undated last, whichever way the dates go. */
export function compareNewestFirst(left: PartialDate | null, right: PartialDate | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return comparePartialDates(right, left);
}
