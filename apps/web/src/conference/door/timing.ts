const minute = 60_000;

/** Where one stands before a conference; minutes where it is still to come soon. `running`: for a while already. */
export type Timing =
  | { readonly is: "farAhead" | "soon" | "past" | "begun" }
  | { readonly is: "early"; readonly minutes: number }
  | { readonly is: "running"; readonly since: Date };

/** What is known of a conference. `isAnybodyIn`: undefined while nobody has said it. */
export interface Going {
  readonly startsAt: Date;
  readonly begunAt: Date | null;
  readonly isAnybodyIn: boolean | undefined;
}

/** Further ahead than this nobody waits before a door. */
const mostEarly = 60;
const soonWithin = 1;

/** Only words hang on it, which lets nobody in and keeps nobody out. `now`: by the server's clock. */
export function timingOf({ startsAt, begunAt, isAnybodyIn }: Going, now: Date): Timing {
  if (isAnybodyIn === true && begunAt === null) return { is: "begun" };
  const isRunning = isAnybodyIn !== false && begunAt !== null && minutesTo(begunAt, now) < -soonWithin;
  if (isRunning) return { is: "running", since: begunAt };
  const minutes = minutesTo(startsAt, now);
  if (minutes > mostEarly) return { is: "farAhead" };
  if (minutes > soonWithin) return { is: "early", minutes };
  if (minutes >= -soonWithin) return { is: "soon" };
  return { is: begunAt === null ? "past" : "begun" };
}

const minutesTo = (at: Date, now: Date): number => Math.round((at.getTime() - now.getTime()) / minute);
