/** Milliseconds. */
const first = 1_000;
const longest = 30_000;

/** Milliseconds until it is tried again, after so many tries without an answer. */
export const waitAfter = (tries: number): number => Math.min(longest, first * 2 ** Math.max(0, tries - 1));
