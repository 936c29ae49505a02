/** How a patient wants to hear the result: as soon as it is there; after somebody has called; from their own doctor. */
export const hearings = ["at-once", "after-call", "with-own-doctor"] as const;
export type Hearing = (typeof hearings)[number];

/** Whether the signature itself shows them the opinion. Whoever has not said so is told by a person first. */
export const isToldAtOnce = (hearing: string | null): boolean => hearing === "at-once";
