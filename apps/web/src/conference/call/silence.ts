/** For how many counts, a second each, nothing has arrived although somebody sends. */
export interface Silence {
  readonly seconds: number;
}

/** After so many the ways are looked for again over the line that is there; after so many the line is given up too. */
const looksAgainAfter = 3;
const reconnectsAfter = 8;
/** And then again, so often. */
const rhythm = 10;

export interface Step {
  readonly silence: Silence;
  readonly act: "look-again" | "reconnect" | null;
}

/**
 * What is done where nothing arrives. The browser calls a dead connection connected for six seconds more, and one whose way is blocked
 * for good does not look for another by itself.
 */
export function nextStep({ seconds }: Silence, isSilent: boolean): Step {
  if (!isSilent) return { silence: { seconds: 0 }, act: null };
  const now = seconds + 1;
  const silence = { seconds: now };
  if (now === looksAgainAfter) return { silence, act: "look-again" };
  const past = now - reconnectsAfter;
  return { silence, act: past >= 0 && past % rhythm === 0 ? "reconnect" : null };
}
