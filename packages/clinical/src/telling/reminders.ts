import { type Day, dayAt, dayIn, instantIn } from "@consilium/foundation";

/** Nobody is reminded earlier in the day. */
const remindAt = "08:00";
/** So often somebody is reminded of one thing that is late, a day apart. Then it is for whoever coordinates alone. */
export const mostReminders = 7;

export interface Reminder {
  readonly kind: "request-due" | "request-overdue";
  readonly whom: "asked" | "coordinator";
  /** What it is given once for: looked at again, it is the same. */
  readonly once: string;
}

/**
 * What is to be said now about something that is due: to whoever was asked the day before, and from the day after once a day; to
 * whoever coordinates from the second day on, or the first where nobody was asked. Days are the programme's.
 */
export function remindersOf(
  dueAt: Date,
  zone: string,
  isSomebodyAsked: boolean,
  now: Date,
): readonly Reminder[] {
  const today = dayIn(zone, now);
  if (now < instantIn(zone, today, remindAt)) return [];
  const due = dayIn(zone, dueAt);
  if (today === dayAt(due, -1))
    return isSomebodyAsked ? [{ kind: "request-due", whom: "asked", once: "due" }] : [];
  const late = daysBetween(due, today);
  if (late < 1) return [];
  const asked = { kind: "request-overdue", whom: "asked", once: `late/${today}` } as const;
  const coordinator = { kind: "request-overdue", whom: "coordinator", once: "late" } as const;
  return [
    ...(isSomebodyAsked && late <= mostReminders ? [asked] : []),
    ...(late >= 2 || !isSomebodyAsked ? [coordinator] : []),
  ];
}

const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
