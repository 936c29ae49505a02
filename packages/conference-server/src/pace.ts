/** How fast somebody may ask: so many at once, then so many a second; who goes on beyond that is cut off. */
export const paceLimits = { burst: 80, perSecond: 20, refusedInARow: 200 } as const;

export type Pace = "go" | "too-fast" | "cut-off";

/** A bucket that fills by time. `now`: milliseconds. */
export function createPace(now: () => number): () => Pace {
  let left: number = paceLimits.burst;
  let at = now();
  let refused = 0;
  return () => {
    const passed = Math.max(0, now() - at);
    at = now();
    left = Math.min(paceLimits.burst, left + (passed * paceLimits.perSecond) / 1000);
    if (left >= 1) {
      left -= 1;
      refused = 0;
      return "go";
    }
    refused += 1;
    return refused > paceLimits.refusedInARow ? "cut-off" : "too-fast";
  };
}
