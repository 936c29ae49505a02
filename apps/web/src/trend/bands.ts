import type { TrendPoint } from "./trends.ts";

/** A reference range for as long as the laboratory gave it: null where it has no limit on that side. */
export interface Band {
  /** Seconds since 1970; the first begins and the last ends with the axis. */
  readonly from: number;
  readonly to: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The ranges of a trend, oldest first. One holds until the next value that came with another; what lies between values without
 * a range has none. `points` in the order of time.
 */
export function bandsOf(points: readonly TrendPoint[], from: number, to: number): readonly Band[] {
  const bands: Band[] = [];
  let start = from;
  points.forEach(({ low, high }, index) => {
    const next = points[index + 1];
    if (next && next.low === low && next.high === high) return;
    const end = next ? next.at : to;
    if (low !== null || high !== null) bands.push({ from: start, to: end, low, high });
    start = end;
  });
  return bands.filter((band) => band.to > band.from);
}
