import type { CaseState } from "../case/case-state.ts";

export const waitedFor = [
  "coordinator",
  "records",
  "asked",
  "specialist",
  "telling",
  "visit",
  "treating",
  "patient",
  "questions",
  "pause",
] as const;
/** Whom or what a case waits for. `asked`: whoever it is offered to; `telling`: somebody who tells the patient; `visit`: an answer to a wish for one. */
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
  /** Since when somebody's wish for a visit has no answer. Null: nobody wishes for one. */
  readonly visitSince: Date | null;
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
      if (of.visitSince !== null) return "visit";
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

const since = (whom: WaitedFor, of: WaitingCase): Date =>
  whom === "visit" && of.visitSince !== null ? of.visitSince : of.since;

/** Those that something waits for, in the order of a case's course. */
export function waitingNow(cases: readonly WaitingCase[], now: Date): readonly Waiting[] {
  const groups = Map.groupBy(cases, waitsFor);
  return waitedFor.flatMap((whom) => {
    const own = groups.get(whom) ?? [];
    if (own.length === 0) return [];
    const longest = Math.max(...own.map((of) => now.getTime() - since(whom, of).getTime())) / day;
    return [{ for: whom, count: own.length, longest }];
  });
}
