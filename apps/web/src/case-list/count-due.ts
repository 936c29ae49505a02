import type { CaseListItem } from "../case/case-api.ts";
import { daysUntil } from "../design/days-until.ts";

export interface DueCounts {
  /** Opinions that are due before this week's Sunday ends, late ones left out. */
  readonly thisWeek: number;
  readonly late: number;
}

/** Only clocks that run: a paused one is due at no date. Weeks begin on Monday, in the reader's `zone`. */
export function countDue(cases: readonly Pick<CaseListItem, "clocks">[], now: Date, zone: string): DueCounts {
  const left = daysLeftInWeek(now, zone);
  const due = cases
    .flatMap(({ clocks }) => clocks)
    .filter(({ kind, state }) => kind === "opinion" && state === "running")
    .flatMap((clock) => (clock.due === null ? [] : [new Date(clock.due)]));
  return {
    late: due.filter((at) => at <= now).length,
    thisWeek: due.filter((at) => at > now && daysUntil(at, now, zone) <= left).length,
  };
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function daysLeftInWeek(now: Date, zone: string): number {
  const weekday = new Intl.DateTimeFormat("en", { timeZone: zone, weekday: "short" }).format(now);
  return weekdays.length - 1 - weekdays.indexOf(weekday);
}
