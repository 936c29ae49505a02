import { quantile } from "./spread.ts";

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

export const latencyOf = (times: readonly number[]): Latency => ({
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
});
