import { isPartialDate, type PartialDate } from "../record/partial-date.ts";

/** As somebody typed it, in three fields; the year alone is enough. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Days are `2026-11-24`, of the calendar where whoever types is. */
export interface DateBounds {
  readonly born: string | null;
  readonly today: string;
  /** Whether it may lie ahead, as a date for surgery does; `only`: it has to. */
  readonly ahead?: "may" | "only";
  /** A year alone is not enough. */
  readonly isWholeDay?: boolean;
}

export type DateFault =
  | "year-missing"
  | "day-missing"
  | "no-such-day"
  | "not-a-date"
  | "before-birth"
  | "too-long-ago"
  | "ahead"
  | "past";

export type ReadDate =
  | { readonly ok: true; readonly date: PartialDate | null }
  | { readonly ok: false; readonly fault: DateFault };

const firstYear = 1900;

/** Nothing typed is no date; what cannot be is said as what it is. */
export function readTypedDate(typed: TypedDate, bounds: DateBounds): ReadDate {
  const { day, month, year } = { day: typed.day.trim(), month: typed.month.trim(), year: typed.year.trim() };
  if (day === "" && month === "" && year === "") return { ok: true, date: null };
  if (year === "") return { ok: false, fault: "year-missing" };
  if (!/^\d{4}$/.test(year) || !/^\d{0,2}$/.test(month) || !/^\d{0,2}$/.test(day))
    return { ok: false, fault: "not-a-date" };
  if ((day !== "" && month === "") || (bounds.isWholeDay === true && day === ""))
    return { ok: false, fault: "day-missing" };
  const date = [year, month, day]
    .filter((part) => part !== "")
    .map(twoDigits)
    .join("-");
  if (!isPartialDate(date)) return { ok: false, fault: "no-such-day" };
  const fault = faultOfDate(date, bounds);
  return fault ? { ok: false, fault } : { ok: true, date };
}

const twoDigits = (part: string): string => part.padStart(2, "0");

/** Dates are compared as exactly as the less exact one is known: 2024 is not before a birth in May 2024. */
export function faultOfDate(
  date: PartialDate,
  { born, today, ahead }: DateBounds,
): Extract<DateFault, "before-birth" | "too-long-ago" | "ahead" | "past"> | undefined {
  if (Number(date.slice(0, 4)) < firstYear) return "too-long-ago";
  if (born !== null && isEarlier(date, born)) return "before-birth";
  if (ahead === undefined && isEarlier(today, date)) return "ahead";
  return ahead === "only" && isEarlier(date, today) ? "past" : undefined;
}

function isEarlier(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length);
  return one.slice(0, known) < other.slice(0, known);
}
