/** The way of a case that is neither interrupted nor broken off, in its order. */
export const caseCourse = [
  "draft",
  "submitted",
  "gathering-records",
  "ready-for-review",
  "in-review",
  "signed",
  "delivered",
  "follow-up",
  "closed",
] as const;

/** The lifecycle of clinical.md. `paused` keeps the rights of the state that it interrupts. */
export const caseStates = [...caseCourse, "paused", "declined", "withdrawn", "erased"] as const;
export type CaseState = (typeof caseStates)[number];

/** Which steps the lifecycle allows. Pausing and going on are not among them: they keep the state behind them. */
const steps: Record<CaseState, readonly CaseState[]> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["gathering-records", "ready-for-review", "declined", "withdrawn"],
  "gathering-records": ["ready-for-review", "declined", "withdrawn"],
  "ready-for-review": ["in-review", "gathering-records", "declined", "withdrawn"],
  "in-review": ["signed", "gathering-records", "declined", "withdrawn"],
  signed: ["delivered"],
  delivered: ["follow-up", "closed"],
  "follow-up": ["closed"],
  closed: ["erased"],
  paused: [],
  declined: ["closed", "erased"],
  withdrawn: ["closed", "erased"],
  erased: [],
};

const pausable: ReadonlySet<CaseState> = new Set([
  "submitted",
  "gathering-records",
  "ready-for-review",
  "in-review",
]);

/** `interrupted` is the state behind a pause. */
export function mayStep(from: CaseState, to: CaseState, interrupted: CaseState | null = null): boolean {
  if (to === "paused") return pausable.has(from);
  if (from === "paused") return to === interrupted || to === "withdrawn";
  return steps[from].includes(to);
}

/** Steps whose reason is asked for and shown to the people of the case. */
export const needsReason = (to: CaseState): boolean =>
  to === "paused" || to === "declined" || to === "withdrawn";
