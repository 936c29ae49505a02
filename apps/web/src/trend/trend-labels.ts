import type { Plot } from "./plot.ts";
import type { TrendPoint } from "./trends.ts";

/** Pixels from one label to the next at least. */
const apart = 36;

/** Which values are written beside their points: the newest first, then whatever has room. */
export function labelled(points: readonly TrendPoint[], plot: Plot): ReadonlySet<string> {
  const shown: { readonly id: string; readonly x: number; readonly y: number }[] = [];
  for (const { at, value, point } of points.toReversed()) {
    const x = plot.x(at);
    const y = plot.y(value);
    if (shown.every((other) => Math.abs(other.x - x) >= apart || Math.abs(other.y - y) >= apart / 2))
      shown.push({ id: point.id, x, y });
  }
  return new Set(shown.map(({ id }) => id));
}
