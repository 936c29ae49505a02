import type { DueClock } from "../design/due-time.tsx";
import type { CaseDetail } from "./case-api.ts";

/** A clock of a case as it is shown. Undefined: it does not run yet. */
export function dueClockOf({
  state,
  from,
  due,
  met,
  pausedReason,
}: CaseDetail["clocks"][number]): DueClock | undefined {
  if (state === "met" && met !== null) return { state: "met", on: new Date(met) };
  if (state === "paused")
    // Nobody knows when it goes on: the deadline moves by as long as it stands.
    return { state: "paused", until: null, reason: pausedReason ?? "" };
  if (state === "running" && from !== null && due !== null)
    return { state: "running", from: new Date(from), due: new Date(due) };
  return undefined;
}
