import type { PartialDate } from "@consilium/clinical";

export const secondsOfDay = 86_400;

/** What a date covers, in seconds since 1970: a year has two ends, a moment is one. */
export interface Covered {
  readonly from: number;
  readonly to: number;
}

/** As written, whatever its offset: a value of the morning stands in the morning of the day that the table names. */
export function coveredBy(date: PartialDate): Covered {
  const [year = 0, month, day] = date.slice(0, 10).split("-").map(Number);
  const start = Date.UTC(year, (month ?? 1) - 1, day ?? 1) / 1000;
  const [, hours, minutes, seconds = "0"] = /T(\d\d):(\d\d)(?::(\d\d))?/.exec(date) ?? [];
  if (hours !== undefined) {
    const moment = start + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return { from: moment, to: moment };
  }
  if (day !== undefined) return { from: start, to: start + secondsOfDay };
  const end = month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1);
  return { from: start, to: end / 1000 };
}

/** Where a date is drawn: a moment where it is, a day at its noon, a month or a year in its middle. */
export const drawnAt = (date: PartialDate): number => {
  const { from, to } = coveredBy(date);
  return (from + to) / 2;
};
