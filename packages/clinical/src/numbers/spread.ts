/** Of fewer nothing is said but how many there are: one more or less would change it, and people could be recognised by it. */
export const fewestToSay = 5;

export interface Spread {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** Quartiles, between two values in proportion. Null: too few to say. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length < fewestToSay) return null;
  const sorted = values.toSorted((one, other) => one - other);
  return { lower: quantile(sorted, 0.25), median: quantile(sorted, 0.5), upper: quantile(sorted, 0.75) };
}

function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** So many of so many. */
export interface Part {
  readonly count: number;
  readonly of: number;
}

export const partOf = <Value>(values: readonly Value[], has: (value: Value) => boolean): Part => ({
  count: values.filter(has).length,
  of: values.length,
});

/** 0 to 1. Null: too few to say. */
export const shareOfPart = ({ count, of }: Part): number | null => (of < fewestToSay ? null : count / of);
