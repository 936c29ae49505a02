import { type ConferenceState, isToCome } from "./to-come.ts";

interface Planned {
  readonly state: ConferenceState;
  /** A time, or the text of one. */
  readonly startsAt: Date | string;
}

/** What is told of a case first: the conference that goes on, else the one that comes next, else one that nobody has begun. */
export function nextConference<C extends Planned>(conferences: readonly C[], now: Date): C | undefined {
  const toCome = conferences.filter(isToCome).toSorted((one, other) => startOf(one) - startOf(other));
  return (
    toCome.find(({ state }) => state === "live") ??
    toCome.find((one) => startOf(one) > now.getTime()) ??
    toCome[0]
  );
}

const startOf = ({ startsAt }: Planned): number => new Date(startsAt).getTime();
