/** The lifecycle of clinical.md. */
export const caseStates = [
  "draft",
  "submitted",
  "gathering-records",
  "ready-for-review",
  "in-review",
  "signed",
  "delivered",
  "follow-up",
  "closed",
  "paused",
  "declined",
  "withdrawn",
  "erased",
] as const;
export type CaseState = (typeof caseStates)[number];
