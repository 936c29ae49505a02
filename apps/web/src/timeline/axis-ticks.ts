import { dateOfDay, dayNumber, type DaySpan } from "@consilium/clinical";

/** A line across the lanes, at the beginning of what it is named by. */
export interface Tick {
  readonly day: number;
  readonly unit: "year" | "month" | "day";
}

/** Pixels between two ticks: a year's or a month's name has room. */
const least = 56;
const leastDays = 30;

const daysOfMonth = 30.44;
const daysOfYear = 365.25;

/** As many as have room: days, months, or years. */
export function ticksOf({ start, end }: DaySpan, width: number): readonly Tick[] {
  const scale = width / Math.max(1, end - start);
  const dayStep = [1, 2, 5].find((step) => step * scale >= leastDays);
  if (dayStep !== undefined && end - start <= 62) return dayTicks({ start, end }, dayStep);
  const monthStep = [1, 3, 6].find((step) => step * daysOfMonth * scale >= least);
  if (monthStep !== undefined) return monthTicks({ start, end }, monthStep);
  const yearStep = [1, 2, 5, 10, 20, 50].find((step) => step * daysOfYear * scale >= least) ?? 100;
  return monthTicks({ start, end }, 12 * yearStep);
}

function dayTicks({ start, end }: DaySpan, step: number): readonly Tick[] {
  const ticks: Tick[] = [];
  for (let day = start; day < end; day += step) ticks.push({ day, unit: "day" });
  return ticks;
}

/** A January is named by its year. */
function monthTicks({ start, end }: DaySpan, step: number): readonly Tick[] {
  const [year = 0, month = 1] = dateOfDay(start).split("-").map(Number);
  const ticks: Tick[] = [];
  // Counted from the year 0, so that every fifth year is one that ends with 0 or 5.
  for (let at = Math.ceil((year * 12 + month - 1) / step) * step; ; at += step) {
    const day = dayNumber(0, at + 1, 1);
    if (day >= end) return ticks;
    if (day >= start) ticks.push({ day, unit: at % 12 === 0 ? "year" : "month" });
  }
}
