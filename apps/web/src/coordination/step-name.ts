import type { CaseState } from "@consilium/clinical";

/** What a step is called on its button. */
export type StepName =
  | "go-on"
  | "back"
  | "gathering-records"
  | "ready-for-review"
  | "in-review"
  | "follow-up"
  | "close"
  | "closed"
  | "paused"
  | "declined"
  | "withdrawn";

const names: Partial<Record<CaseState, StepName>> = {
  "gathering-records": "gathering-records",
  "ready-for-review": "ready-for-review",
  "in-review": "in-review",
  "follow-up": "follow-up",
  closed: "closed",
  paused: "paused",
  declined: "declined",
  withdrawn: "withdrawn",
};

/** Closing after delivery: questions, visits and readings may still be open. */
export const saysWhatIsOpen = (from: CaseState, to: CaseState): boolean =>
  (from === "delivered" || from === "follow-up") && to === "closed";

/** After a pause every step but the withdrawal goes on; gathering after it was complete goes back. */
export function stepName(from: CaseState, to: CaseState): StepName {
  if (from === "paused" && to !== "withdrawn") return "go-on";
  if (saysWhatIsOpen(from, to)) return "close";
  if (to === "gathering-records" && from !== "submitted") return "back";
  return names[to] ?? "go-on";
}
