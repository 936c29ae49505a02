import phasesText from "./content/phases.en.json" with { type: "json" };
import type { IntakeStep } from "./intake-steps.ts";

/** Steps that belong together: what somebody on their way counts. */
export interface IntakePhase {
  readonly name: string;
  readonly steps: readonly IntakeStep[];
}

/** Of the steps that somebody is asked, in their order. */
export const phasesOf = (steps: readonly IntakeStep[]): readonly IntakePhase[] =>
  phasesText.phases
    .map((phase) => ({ name: phase.name, steps: steps.filter((step) => phase.steps.includes(step)) }))
    .filter((phase) => phase.steps.length > 0);
