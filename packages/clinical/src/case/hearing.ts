/** Whether the signature itself shows the patient the opinion. Whoever wants to hear it otherwise, or has not said, is told by a person first. */
export const isToldAtOnce = (hearing: string | null): boolean => hearing === "at-once";
