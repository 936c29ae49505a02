import type { Formats } from "use-intl/core";

/** The only styles of dates and numbers that a message may name. */
export const formats = {
  dateTime: {
    /** 26 Nov, 17:00 */
    moment: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hour12: false },
    /** Thu 26 Nov, 17:00 */
    deadline: {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      hour12: false,
    },
    /** Thursday 26 November */
    dayInWords: { weekday: "long", day: "numeric", month: "long" },
    /** 26 November 2026 */
    date: { day: "numeric", month: "long", year: "numeric" },
    /** 26 Nov 2026 */
    shortDate: { day: "numeric", month: "short", year: "numeric" },
    /** November 2026 */
    month: { month: "long", year: "numeric" },
    /** 26 Nov */
    day: { day: "numeric", month: "short" },
    /** 17:00 */
    clock: { hour: "2-digit", minute: "2-digit", hour12: false },
  },
  number: {
    whole: { maximumFractionDigits: 0 },
    /** 8.4 */
    tenths: { maximumFractionDigits: 1 },
    /** 0.85 as 85% */
    percent: { style: "percent", maximumFractionDigits: 0 },
  },
} as const satisfies Formats;
