export interface Pause {
  readonly from: Date;
  /** Null: it goes on. */
  readonly to: Date | null;
}

/** Milliseconds from one moment to another in which nothing stood: of pauses that overlap, each moment is left out once. */
export function workedTime(from: Date, to: Date, pauses: readonly Pause[]): number {
  const end = to.getTime();
  let at = from.getTime();
  let worked = 0;
  for (const pause of pauses.toSorted((one, other) => one.from.getTime() - other.from.getTime())) {
    const begins = Math.min(pause.from.getTime(), end);
    if (begins > at) worked += begins - at;
    at = Math.max(at, Math.min(pause.to?.getTime() ?? end, end));
  }
  return worked + Math.max(0, end - at);
}
