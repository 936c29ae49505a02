const minute = 60_000;

/** Where one stands before a conference; minutes where it is still to come soon. */
export type Timing =
  | { readonly is: "farAhead" | "soon" | "past" }
  | { readonly is: "early"; readonly minutes: number };

/** Further ahead than this nobody waits before a door. */
const mostEarly = 60;
const soonWithin = 1;

/** Only words hang on it: a clock that is wrong lets nobody in and keeps nobody out. */
export function timingOf(startsAt: Date, now: Date): Timing {
  const minutes = Math.round((startsAt.getTime() - now.getTime()) / minute);
  if (minutes > mostEarly) return { is: "farAhead" };
  if (minutes > soonWithin) return { is: "early", minutes };
  return { is: minutes >= -soonWithin ? "soon" : "past" };
}
