import { useCallback, useMemo, useState } from "react";
import {
  type Arrangement,
  type Gain,
  hasTwelve,
  lastStart,
  layOut,
  marginOf,
  seenOn,
  type Sheet,
  type SheetChannel,
  type Speed,
} from "./ecg-sheet.ts";
import type { TracingCurves } from "./tracing-query.ts";

/** How the paper is seen, and how that is changed. */
export interface EcgPaper {
  readonly sheet: Sheet;
  readonly pixelsPerMm: number;
  /** Of the view, CSS pixels. */
  readonly width: number;
  readonly arrangement: Arrangement;
  readonly canTwelve: boolean;
  readonly arrange: (arrangement: Arrangement) => void;
  readonly speed: Speed;
  readonly setSpeed: (speed: Speed) => void;
  readonly gain: Gain;
  readonly setGain: (gain: Gain) => void;
  readonly zoomBy: (factor: number) => void;
  /** Milliseconds. */
  readonly from: number;
  readonly duration: number;
  readonly goTo: (from: number) => void;
  readonly reset: () => void;
}

interface Setting {
  /** Undefined: as the width allows. */
  readonly arrangement: Arrangement | undefined;
  readonly speed: Speed;
  readonly gain: Gain;
  readonly zoom: number;
  readonly from: number;
}

const opened: Setting = { arrangement: undefined, speed: 25, gain: 10, zoom: 1, from: 0 };

/** CSS pixels from which on three rows of four leads are readable. */
const wide = 640;
/** Millimetres that the usual ten seconds take at the usual speed. */
const usual = 250 + marginOf(25) + 2;
const scales = { least: 2.4, narrow: 3.2, most: 6 } as const;
const zooms = { least: 0.4, most: 5 } as const;

/** CSS pixels of a millimetre: ten seconds fit into a wide view. */
const scaleFor = (width: number): number =>
  width < wide ? scales.narrow : Math.min(scales.most, Math.max(scales.least, width / usual));

/** `width`: of the view, CSS pixels. */
export function useEcgPaper(curves: TracingCurves, width: number): EcgPaper {
  const [setting, change] = useState<Setting>(opened);
  const channels = useChannels(curves);
  const canTwelve = useMemo(() => hasTwelve(channels), [channels]);
  const arrangement = (canTwelve ? setting.arrangement : "column") ?? (width < wide ? "column" : "twelve");
  const { speed, gain, zoom } = setting;
  const pixelsPerMm = scaleFor(width) * zoom;
  const { duration } = curves;
  const seen = seenOn({ width: width / pixelsPerMm, speed });
  // A wider view or a slower paper shows more: it must not end beyond the recording.
  const from = Math.min(setting.from, lastStart(duration, seen));
  const sheet = useMemo(
    () => layOut(channels, { width: width / pixelsPerMm, arrangement, speed, gain, from, duration }),
    [channels, width, pixelsPerMm, arrangement, speed, gain, from, duration],
  );
  const set = useCallback((part: Partial<Setting>) => change((now) => ({ ...now, ...part })), []);
  return {
    sheet,
    pixelsPerMm,
    width,
    arrangement,
    canTwelve,
    arrange: (chosen) => set({ arrangement: chosen }),
    speed,
    setSpeed: (chosen) => set({ speed: chosen }),
    gain,
    setGain: (chosen) => set({ gain: chosen }),
    zoomBy: (factor) => set({ zoom: Math.min(zooms.most, Math.max(zooms.least, zoom * factor)) }),
    from,
    duration,
    goTo: (ms) => set({ from: Math.round(Math.min(lastStart(duration, seen), Math.max(0, ms))) }),
    reset: () => change(opened),
  };
}

function useChannels({ group, ranges }: TracingCurves): readonly SheetChannel[] {
  return useMemo(
    () =>
      group.channels.map(({ name, unit }, at) => {
        const [low, high] = ranges[at] ?? [0, 0];
        return { name, unit, low, high };
      }),
    [group, ranges],
  );
}
