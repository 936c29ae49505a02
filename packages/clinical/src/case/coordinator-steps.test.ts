import { expect, test } from "vitest";
import { caseStates } from "./case-state.ts";
import { coordinatorSteps, mayCoordinate, nextStep } from "./coordinator-steps.ts";

test("a coordinator neither submits, signs, delivers nor erases by saying so", () => {
  expect(coordinatorSteps("draft", null)).toEqual(["withdrawn"]);
  expect(coordinatorSteps("in-review", null)).toEqual([
    "gathering-records",
    "paused",
    "declined",
    "withdrawn",
  ]);
  expect(coordinatorSteps("signed", null)).toEqual([]);
  expect(mayCoordinate("closed", "erased", null)).toBe(false);
});

test("after a pause the case goes on where it was, also where it had just been submitted", () => {
  expect(coordinatorSteps("paused", "submitted")).toEqual(["submitted", "withdrawn"]);
  expect(nextStep("paused", "in-review", false)).toBe("in-review");
  expect(nextStep("paused", null, false)).toBeUndefined();
});

test("a case that is ready begins its review by hand only where somebody has it already", () => {
  expect(nextStep("ready-for-review", null, true)).toBe("in-review");
  expect(nextStep("ready-for-review", null, false)).toBeUndefined();
});

test.each(caseStates.filter((state) => nextStep(state, "in-review", true) !== undefined))(
  "what comes next after %s is a step that the coordinator may take",
  (state) => {
    expect(coordinatorSteps(state, "in-review")).toContain(nextStep(state, "in-review", true));
  },
);
