import { type IntakeStep, isIntakeStep } from "@consilium/clinical";
import { Navigate, useParams } from "@tanstack/react-router";
import { NotFound } from "../app/not-found.tsx";
import { useCase } from "../case/case-context.ts";
import { useIntake } from "./intake-context.ts";
import { stepPages } from "./steps/step-pages.tsx";

/** `/intake`: to the first step that is open. */
export function IntakeStart() {
  const { caseId } = useCase();
  const { open } = useIntake();
  return <Navigate to="/cases/$caseId/intake/$step" params={{ caseId, step: open[0] ?? "send" }} replace />;
}

const gates: readonly IntakeStep[] = ["safety", "place", "consent"];

/** One step. Behind a gate that is not passed is nothing yet. */
export function IntakeStepPage() {
  const { caseId } = useCase();
  const { step = "" } = useParams({ strict: false });
  const { steps, open } = useIntake();
  if (!isIntakeStep(step) || !steps.includes(step)) return <NotFound />;
  const gate = gates.find((name) => open.includes(name));
  if (gate !== undefined && steps.indexOf(step) > steps.indexOf(gate))
    return <Navigate to="/cases/$caseId/intake/$step" params={{ caseId, step: gate }} replace />;
  const Page = stepPages[step];
  return <Page key={step} />;
}
