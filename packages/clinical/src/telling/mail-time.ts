import { type Day, dayAt, dayIn, instantIn } from "@consilium/foundation";
import { isUrgentKind, type NotificationKind, type TellingWay } from "./notification-kinds.ts";

/** From one time of the day to another, which may lie behind midnight; `22:00` to `07:00`. Equal times: none. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** The hour of the one mail a day. */
export const dailyMailAt = "08:00";

/**
 * When the mail about something leaves that happens `at` that moment; null: there is none. `zone` is the reader's, an IANA
 * name. In quiet hours it waits for their end, but for what is urgent.
 */
export function mailTime(
  kind: NotificationKind,
  way: TellingWay,
  at: Date,
  zone: string,
  quiet: QuietHours | null,
): Date | null {
  if (way !== "mail" && way !== "daily") return null;
  if (way === "daily") return afterQuiet(nextAt(zone, at, dailyMailAt), zone, quiet);
  return isUrgentKind(kind) ? at : afterQuiet(at, zone, quiet);
}

/** The end of the quiet hours that this moment lies in, else the moment. */
function afterQuiet(at: Date, zone: string, quiet: QuietHours | null): Date {
  if (!quiet || quiet.from === quiet.to) return at;
  const today = dayIn(zone, at);
  // Those that began yesterday may still run.
  for (const began of [dayAt(today, -1), today]) {
    const { from, to } = spanOf(zone, began, quiet);
    if (from <= at && at < to) return to;
  }
  return at;
}

function spanOf(
  zone: string,
  day: Day,
  { from, to }: QuietHours,
): { readonly from: Date; readonly to: Date } {
  const ends = to > from ? day : dayAt(day, 1);
  return { from: instantIn(zone, day, from), to: instantIn(zone, ends, to) };
}

/** The next moment at which a clock on that wall shows this time. */
function nextAt(zone: string, at: Date, time: string): Date {
  const today = dayIn(zone, at);
  const next = instantIn(zone, today, time);
  return next > at ? next : instantIn(zone, dayAt(today, 1), time);
}
