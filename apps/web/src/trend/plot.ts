import { type Covered, secondsOfDay } from "./moments.ts";
import type { TrendPoint } from "./trends.ts";

export const axisKinds = ["linear", "log"] as const;
export type AxisKind = (typeof axisKinds)[number];

/** Pixels around the plot: for the numbers at its start, the days below, and the words over the highest point. */
export const around = { start: 46, end: 18, top: 24, bottom: 26 } as const;

/** Where things are drawn, in pixels of the whole chart. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly axis: AxisKind;
  /** Seconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

/** The days of some trends, with some room at both ends. Undefined: nothing is drawn. */
export function spanOf(points: readonly Pick<TrendPoint, "at">[]): Covered | undefined {
  if (points.length === 0) return undefined;
  const moments = points.map(({ at }) => at);
  const first = Math.min(...moments);
  const last = Math.max(...moments);
  const room = Math.max((last - first) * 0.04, secondsOfDay);
  return { from: first - room, to: last + room };
}

/** A logarithmic axis has no place for zero and what lies below. */
export const mayBeLog = (points: readonly Pick<TrendPoint, "value">[]): boolean =>
  points.length > 0 && points.every(({ value }) => value > 0);

export function plotOf(
  points: readonly TrendPoint[],
  span: Covered,
  size: { readonly width: number; readonly height: number },
  axis: AxisKind,
): Plot {
  const isLog = axis === "log" && mayBeLog(points);
  const [low, high] = isLog ? logLimits(points) : linearLimits(points);
  const across = Math.max(1, size.width - around.start - around.end);
  const down = Math.max(1, size.height - around.top - around.bottom);
  const measure = isLog ? Math.log10 : (value: number) => value;
  return {
    ...size,
    ...span,
    axis: isLog ? "log" : "linear",
    low,
    high,
    x: (at) => around.start + ((at - span.from) / (span.to - span.from)) * across,
    y: (value) => around.top + (1 - (measure(value) - measure(low)) / (measure(high) - measure(low))) * down,
  };
}

const numbersOf = (points: readonly TrendPoint[]): readonly number[] =>
  points.flatMap(({ value, low, high }) => [value, low, high]).filter((number) => number !== null);

/** From zero where the lowest is less than half of the highest: a small change is not made to look large. */
function linearLimits(points: readonly TrendPoint[]): readonly [number, number] {
  const numbers = numbersOf(points);
  if (numbers.length === 0) return [0, 1];
  const least = Math.min(...numbers);
  const most = Math.max(...numbers);
  const room = (most - least || Math.abs(most) || 1) * 0.12;
  const isFromZero = least >= 0 && least <= most / 2;
  return [isFromZero ? 0 : least >= 0 ? Math.max(0, least - room) : least - room, most + room];
}

/** Whole powers of ten around all that is above zero. */
function logLimits(points: readonly TrendPoint[]): readonly [number, number] {
  const numbers = numbersOf(points).filter((number) => number > 0);
  const low = Math.floor(Math.log10(Math.min(...numbers)));
  const high = Math.ceil(Math.log10(Math.max(...numbers)));
  return [10 ** low, 10 ** Math.max(high, low + 1)];
}
