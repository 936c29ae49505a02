import { useEffect, useState } from "react";
import type { ImageViewport } from "./image-viewport.ts";

/** Frames a second where the loop does not say. */
const usualRate = 10;
export const cineRates = [2, 5, 10, 15, 20, 30] as const;

export interface Cine {
  readonly isPlaying: boolean;
  readonly toggle: () => void;
  readonly stop: () => void;
  readonly rate: number;
  readonly setRate: (rate: number) => void;
}

/** Plays a stack as a loop. It waits for a picture that is still coming, and never starts by itself. */
export function useCine(viewport: ImageViewport | undefined, recorded: number | undefined): Cine {
  const [isPlaying, setPlaying] = useState(false);
  const [chosen, setRate] = useState<number>();
  const rate = chosen ?? nearestRate(recorded ?? usualRate);
  useEffect(() => {
    if (!isPlaying || !viewport) return undefined;
    const timer = setInterval(() => {
      const { index, isShown, hasFailed } = viewport.getSnapshot();
      if (!isShown && !hasFailed) return;
      viewport.go((index + 1) % Math.max(1, viewport.frames.length));
    }, 1000 / rate);
    return () => clearInterval(timer);
  }, [isPlaying, viewport, rate]);
  return {
    isPlaying,
    toggle: () => setPlaying((now) => !now),
    stop: () => setPlaying(false),
    rate,
    setRate,
  };
}

const nearestRate = (rate: number): number =>
  cineRates.reduce((best, one) => (Math.abs(one - rate) < Math.abs(best - rate) ? one : best), cineRates[0]);
