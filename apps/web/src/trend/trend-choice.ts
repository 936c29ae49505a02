import { standingOf } from "../record/laboratory-panels.ts";
import type { Trend } from "./trends.ts";

/** A line needs two values. */
export const hasLine = ({ points }: Trend): boolean => points.length > 1;

/** Charts on one screen. */
export const mostCharts = 4;

const outside = ({ points }: Trend): number =>
  points.filter(({ point }) => !["normal", undefined].includes(standingOf(point))).length;

/** What is drawn at first: where the value stands that a link names; else what was out of range most often. */
export function firstChosen(trends: readonly Trend[], lit: string | undefined): readonly string[] {
  const [first, ...others] = trends;
  if (!first) return [];
  const holder = trends.find(({ points }) => points.some(({ point }) => point.id === lit));
  const worst = others.reduce((best, one) => (outside(one) > outside(best) ? one : best), first);
  return [(holder ?? worst).id];
}

/** One more, or one less; beyond the most, the one chosen first goes. */
export const withChosen = (chosen: readonly string[], id: string): readonly string[] =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-mostCharts);
