import { dayIn, noonOf } from "@consilium/foundation";

const day = 86_400_000;

/** Whole days of the calendar in `zone` (IANA) from `now` to `then`; negative for the past. */
export const daysUntil = (then: Date, now: Date, zone: string): number =>
  (noonOf(dayIn(zone, then)).getTime() - noonOf(dayIn(zone, now)).getTime()) / day;
