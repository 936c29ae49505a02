import { dayAt, dayIn, type Day, instantIn, noonOf } from "@consilium/foundation";

/** Which days count where a case is looked after. Holidays differ from place to place: whoever knows them answers. */
export interface WorkingDays {
  readonly isWorkingDay: (day: Day) => boolean;
}

/** Where no holiday and no other weekend is known. */
export const mondayToFriday: WorkingDays = {
  isWorkingDay: (day) => ![0, 6].includes(noonOf(day).getUTCDay()),
};

/** When a working day ends, on the wall of `zone`. */
const evening = "17:00";
/** A calendar without a working day in so many days is taken for a mistake, and every day counts. */
const longestSearch = 400;

/** The end of the `count`th working day after the day of `at`, in an IANA zone. `count`: at least 1. */
export function endOfWorkingDay(at: Date, zone: string, count: number, days: WorkingDays): Date {
  const today = dayIn(zone, at);
  let day = today;
  for (let left = count, searched = 0; left > 0;) {
    if (++searched > longestSearch) return instantIn(zone, dayAt(today, count), evening);
    day = dayAt(day, 1);
    if (days.isWorkingDay(day)) left -= 1;
  }
  return instantIn(zone, day, evening);
}

/** The evening `count` days of the calendar later. */
export const endOfDay = (at: Date, zone: string, count: number): Date =>
  instantIn(zone, dayAt(dayIn(zone, at), count), evening);
