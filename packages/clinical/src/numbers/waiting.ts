import type { CaseState } from "../case/case-state.ts";

export const waitedFor = [
  "coordinator",
  "records",
  "asked",
  "specialist",
  "telling",
  "treating",
  "patient",
  "questions",
  "pause",
] as const;
/** Whom or what a case waits for. `asked`: whoever it is offered to; `telling`: somebody who tells the patient. */
export type WaitedFor = (typeof waitedFor)[number];

export interface WaitingCase {
  readonly state: CaseState;
  /** Since when it is in this state. */
  readonly since: Date;
  readonly hasAuthor: boolean;
  readonly isOffered: boolean;
  /** Records that were asked for and have not come. */
  readonly openRequests: number;
  readonly isOpenedByTreating: boolean;
  readonly isOpenedByPatient: boolean;
}

/** Undefined: it is not submitted, or over. */
export function waitsFor(of: WaitingCase): WaitedFor | undefined {
  switch (of.state) {
    case "submitted":
      return "coordinator";
    case "gathering-records":
      return of.openRequests > 0 ? "records" : "coordinator";
    case "ready-for-review":
      return of.hasAuthor ? "specialist" : of.isOffered ? "asked" : "coordinator";
    case "in-review":
      return "specialist";
    case "signed":
      return "telling";
    case "delivered":
    case "follow-up":
      if (!of.isOpenedByTreating) return "treating";
      return of.isOpenedByPatient ? "questions" : "patient";
    case "paused":
      return "pause";
    case "draft":
    case "closed":
    case "declined":
    case "withdrawn":
    case "erased":
      return undefined;
  }
}

export interface Waiting {
  readonly for: WaitedFor;
  readonly count: number;
  /** The one that has waited longest, in days. */
  readonly longest: number;
}

const day = 86_400_000;

/** Those that something waits for, in the order of a case's course. */
export function waitingNow(cases: readonly WaitingCase[], now: Date): readonly Waiting[] {
  const groups = Map.groupBy(cases, waitsFor);
  return waitedFor.flatMap((whom) => {
    const own = groups.get(whom) ?? [];
    if (own.length === 0) return [];
    const longest = Math.max(...own.map(({ since }) => now.getTime() - since.getTime())) / day;
    return [{ for: whom, count: own.length, longest }];
  });
}
