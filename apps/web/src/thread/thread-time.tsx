import { dayIn } from "@consilium/foundation";
import { useFormatter, useNow, useTimeZone } from "use-intl";

/** The hour of today, else the date and hour. `at` in ISO 8601, by its author's clock. */
export function ThreadTime({ at }: { readonly at: string }) {
  const format = useFormatter();
  const now = useNow();
  const zone = useTimeZone() ?? "UTC";
  const date = new Date(at);
  const isToday = dayIn(zone, date) === dayIn(zone, now);
  return <time dateTime={at}>{format.dateTime(date, isToday ? "clock" : "moment")}</time>;
}
