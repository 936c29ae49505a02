import { expect, test } from "vitest";
import { phasesOf } from "./intake-phases.ts";
import { intakeSteps, stepsFor } from "./intake-steps.ts";

test.for(["patient", "referrer"] as const)(
  "every step of a %s is in one of seven phases, in its order",
  (role) => {
    const steps = stepsFor(role);
    const phases = phasesOf(steps);
    expect(phases).toHaveLength(7);
    expect(phases.flatMap((phase) => phase.steps)).toEqual(steps);
  },
);

test("the phases name all steps that there are", () => {
  expect(phasesOf(intakeSteps).flatMap((phase) => phase.steps)).toEqual(intakeSteps);
});
