import type { CaseState } from "@consilium/clinical";

const afterSigning: ReadonlySet<CaseState> = new Set(["signed", "delivered", "follow-up"]);

/** The first opinion is signed while the case is in review; what corrects a signed one, as long as the case goes on. */
export const isSignable = (state: CaseState, correction: unknown): boolean =>
  correction === undefined ? state === "in-review" : afterSigning.has(state);
