import { endOfWorkingDay, type WorkingDays } from "../case/working-days.ts";

/**
 * Working days after which whoever treats the patient is reminded of a report that they have not opened, or of a change of one
 * that they have not said they know of (clinical.md). A patient may take longer: they need not read it at all.
 */
export const unreadWorkingDays = { treating: 2, patient: 5 } as const;
export type UnreadSide = keyof typeof unreadWorkingDays;

/** Whoever coordinates hears of it so many working days after whoever treats was reminded in vain. */
const coordinatorWorkingDays = 1;
/** What has waited for longer than this is no news: the board says it, and nobody is told of it any more. */
const newsFor = 14 * 86_400_000;

export interface UnreadTimes {
  /** Since when they could read it, or could know of the change. */
  readonly since: Date;
  readonly side: UnreadSide;
  /** IANA, of the programme. */
  readonly zone: string;
  readonly days: WorkingDays;
}

/** The end of the working day by which somebody should have read it. */
export const unreadDue = ({ since, side, zone, days }: UnreadTimes): Date =>
  endOfWorkingDay(since, zone, unreadWorkingDays[side], days);

/** Who is to be told now of something that has not been read; each is told once. */
export function unreadTellings(times: UnreadTimes, now: Date): readonly ("reader" | "coordinator")[] {
  const { since, side, zone, days } = times;
  const remindAt = unreadDue(times);
  if (now < remindAt || now.getTime() - remindAt.getTime() > newsFor) return [];
  const passOnAt = endOfWorkingDay(since, zone, unreadWorkingDays[side] + coordinatorWorkingDays, days);
  return side === "treating" && now >= passOnAt ? ["reader", "coordinator"] : ["reader"];
}
