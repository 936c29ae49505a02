import { type CaseState, caseStates, mayStep } from "./case-state.ts";

/** Steps that something else takes: the submission, a signature, the telling of the result, an erasure. */
const byCeremony: ReadonlySet<CaseState> = new Set(["signed", "delivered", "erased", "submitted"]);

/** Whether a coordinator takes this step by saying so. Going on after a pause leads back to whatever it interrupted. */
export const mayCoordinate = (from: CaseState, to: CaseState, interrupted: CaseState | null): boolean =>
  mayStep(from, to, interrupted) && (!byCeremony.has(to) || (from === "paused" && to === interrupted));

/** The steps that a coordinator may take now, in the order of the lifecycle. */
export const coordinatorSteps = (from: CaseState, interrupted: CaseState | null): readonly CaseState[] =>
  caseStates.filter((to) => mayCoordinate(from, to, interrupted));

/**
 * The step that comes next where all goes well. Undefined: something else takes it, or none is left. `hasAuthor`: somebody has a
 * seat to write the opinion, who took the case before it was ready.
 */
export function nextStep(
  from: CaseState,
  interrupted: CaseState | null,
  hasAuthor: boolean,
): CaseState | undefined {
  switch (from) {
    case "submitted":
      return "gathering-records";
    case "gathering-records":
      return "ready-for-review";
    case "delivered":
      return "follow-up";
    case "follow-up":
    case "declined":
    case "withdrawn":
      return "closed";
    case "paused":
      return interrupted ?? undefined;
    case "ready-for-review":
      return hasAuthor ? "in-review" : undefined;
    case "draft":
    case "in-review":
    case "signed":
    case "closed":
    case "erased":
      return undefined;
  }
}
