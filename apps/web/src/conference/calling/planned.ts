import { instantOf } from "../../follow-up/instant-of.ts";
import type { When } from "./conferences-query.ts";
import type { PlannedTime } from "./when-fields.tsx";

/** Minutes, as the server takes them. */
export const shortest = 10;
export const longest = 240;

export type Missing = "time" | "past" | "minutes";

/** A little late is now (the server's own measure). Milliseconds. */
const late = 5 * 60_000;

export const minutesOf = (minutes: string): number | undefined =>
  /^\d{1,3}$/.test(minutes) && Number(minutes) >= shortest && Number(minutes) <= longest
    ? Number(minutes)
    : undefined;

/** What was filled in, or what is missing of it. */
export function plannedOf({ time, minutes }: PlannedTime, zone: string, now: Date): When | Missing {
  const at = instantOf(time, zone);
  if (!at) return "time";
  if (at.getTime() < now.getTime() - late) return "past";
  const long = minutesOf(minutes);
  return long === undefined ? "minutes" : { startsAt: at.toISOString(), minutes: long };
}
