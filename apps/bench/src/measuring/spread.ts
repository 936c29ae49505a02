/** What several rounds of one measurement gave. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf(rounds: readonly number[]): Spread {
  return { median: quantile(rounds, 0.5), least: Math.min(...rounds), most: Math.max(...rounds) };
}

/** By nearest rank; `part` from 0 to 1. Throws where nothing was measured: no figure is better than a wrong one. */
export function quantile(values: readonly number[], part: number): number {
  const rank = Math.min(values.length - 1, Math.max(0, Math.ceil(values.length * part) - 1));
  const found = values.toSorted((one, other) => one - other)[rank];
  if (found === undefined) throw new Error("Nothing was measured.");
  return found;
}
