import { useCallback, useEffect, useState } from "react";
import type { Step } from "./history-api.ts";
import { nextStep, previousStep } from "./moments.ts";

export interface Playback {
  readonly isPlaying: boolean;
  /** Times the normal pace. */
  readonly speed: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly previous: () => void;
  readonly next: () => void;
  readonly toggle: () => void;
  readonly faster: () => void;
}

const speeds = [1, 2, 4] as const;
/** Milliseconds that a change stays on screen at the normal pace. */
const pace = 2_000;

/** Step by step to now, by hand or by itself. `isReady`: the change that is asked for is on screen. */
export function usePlayback(
  steps: readonly Step[],
  to: number,
  show: (step: Step) => void,
  isReady: boolean,
): Playback {
  const [isWanted, want] = useState(false);
  const [speedAt, setSpeedAt] = useState(0);
  const speed = speeds[speedAt] ?? 1;
  const before = previousStep(steps, to);
  const after = nextStep(steps, to);
  const isPlaying = isWanted && after !== undefined;
  useEffect(() => {
    if (!isPlaying || !isReady) return;
    const timer = setTimeout(() => show(after), pace / speed);
    return () => clearTimeout(timer);
  }, [isPlaying, isReady, after, show, speed]);
  const previous = useCallback(() => before && show(before), [before, show]);
  const next = useCallback(() => after && show(after), [after, show]);
  useStepKeys(previous, next);
  return {
    isPlaying,
    speed,
    hasPrevious: before !== undefined,
    hasNext: after !== undefined,
    previous,
    next,
    toggle: () => want(!isPlaying),
    faster: () => setSpeedAt((now) => (now + 1) % speeds.length),
  };
}

/** [ and ] outside text fields. */
function useStepKeys(previous: () => void, next: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest("input[type=text], textarea, select"))
        return;
      if (event.key === "[") previous();
      if (event.key === "]") next();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [previous, next]);
}
