import type { Scrubber, Step } from "./history-api.ts";
import type { HistorySearch } from "./history-search.ts";

/** Two moments of the log. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * What the address asks for, kept within what may be seen. Without any: what happened since the last named version or
 * share, or since the beginning.
 */
export function spanOf({ from, to }: Pick<HistorySearch, "from" | "to">, scrubber: Scrubber): Span {
  const { first, last, flags } = scrubber;
  const within = (sequence: number) => Math.min(last, Math.max(first, sequence));
  const until = within(to ?? last);
  const since = from ?? flags.findLast(({ sequence }) => sequence < until)?.sequence ?? first;
  return { from: Math.min(within(since), until), to: until };
}

/** A step alone: just before its first change, and after its last one. */
export const spanOfStep = ({ from, to }: Step): Span => ({ from: from - 1, to });

/** The step that ends at a moment, or else the last one that had ended before it. */
export const stepAt = (steps: readonly Step[], to: number): Step | undefined =>
  steps.reduce<Step | undefined>(
    (found, step) => (step.to <= to && (!found || step.to >= found.to) ? step : found),
    undefined,
  );

export const nextStep = (steps: readonly Step[], to: number): Step | undefined =>
  inOrder(steps).find((step) => step.to > to);

/** Before the one that is looked at. */
export function previousStep(steps: readonly Step[], to: number): Step | undefined {
  const ordered = inOrder(steps);
  const current = stepAt(ordered, to);
  return ordered.findLast((step) => step.to < (current?.to ?? 0));
}

/** Steps of two people overlap; what was finished first comes first. */
const inOrder = (steps: readonly Step[]): Step[] => steps.toSorted((one, other) => one.to - other.to);

/** The bar in which a moment lies: its place in the row. */
export function barAt(bars: Scrubber["bars"], to: number): number {
  const at = bars.findLastIndex((bar) => bar.from <= to);
  return Math.max(0, at);
}
