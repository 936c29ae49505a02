/** For how many counts, a second each, nothing has arrived although somebody sends. */
export interface Silence {
  readonly seconds: number;
}

export type SilenceAct = "look-again" | "reconnect";

/**
 * By seconds: the ways are looked for again over the line that is there, or the line is given up too. A browser that has gone to another
 * network knows its new address after two to three seconds: what was looked for before leads nowhere, so it is looked for once more.
 */
const acts: ReadonlyMap<number, SilenceAct> = new Map([
  [2, "look-again"],
  [3, "reconnect"],
  [5, "look-again"],
  [8, "reconnect"],
]);
/** And then the line again and again, every so many seconds. */
const rhythm = 10;
const last = Math.max(...acts.keys());

export interface Step {
  readonly silence: Silence;
  readonly act: SilenceAct | null;
}

/**
 * What is done where nothing arrives. The browser calls a dead connection connected for six seconds more, and one whose way is blocked
 * for good does not look for another by itself.
 */
export function nextStep({ seconds }: Silence, isSilent: boolean): Step {
  if (!isSilent) return { silence: { seconds: 0 }, act: null };
  const now = seconds + 1;
  const isAgain = now > last && (now - last) % rhythm === 0;
  return { silence: { seconds: now }, act: acts.get(now) ?? (isAgain ? "reconnect" : null) };
}
