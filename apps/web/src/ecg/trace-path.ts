import type { Speed, Strip } from "./ecg-sheet.ts";

export interface Trace {
  readonly samples: Float32Array;
  /** Samples a second. */
  readonly frequency: number;
}

/**
 * The line of a strip, in CSS pixels. Where many samples fall on one pixel, its lowest and its highest are drawn, in the order
 * in which they came: no peak is lost. Where nothing was recorded there is a gap.
 */
export function tracePath(
  { samples, frequency }: Trace,
  strip: Strip,
  speed: Speed,
  pixelsPerMm: number,
): string {
  const perSample = (speed / frequency) * pixelsPerMm;
  const first = Math.max(0, Math.ceil((strip.from / 1000) * frequency - slack));
  const last = Math.min(samples.length - 1, Math.floor((strip.to / 1000) * frequency + slack));
  const start = strip.left * pixelsPerMm - (strip.from / 1000) * frequency * perSample;
  const bucket = Math.max(1, Math.floor(1 / (2 * perSample)));
  const parts: string[] = [];
  let isDown = false;
  const draw = (sample: number) => {
    const value = samples[sample] ?? Number.NaN;
    if (Number.isNaN(value)) {
      isDown = false;
      return;
    }
    const y = (strip.zero - value * strip.rise) * pixelsPerMm;
    parts.push(`${isDown ? "L" : "M"}${hundredth(start + sample * perSample)} ${hundredth(y)}`);
    isDown = true;
  };
  for (let from = first; from <= last; from += bucket) {
    for (const sample of drawnOf(samples, from, Math.min(last, from + bucket - 1))) draw(sample);
  }
  return parts.join("");
}

/** Of a sample's width: rounding must not take a strip its last one. */
const slack = 1e-6;

/** The lowest and the highest of some samples in their order; what was not recorded stands for all of them. */
function drawnOf(samples: Float32Array, from: number, to: number): readonly number[] {
  let [low, high] = [from, from];
  for (let at = from; at <= to; at += 1) {
    const value = samples[at] ?? Number.NaN;
    if (Number.isNaN(value)) return [at];
    if (value < (samples[low] ?? 0)) low = at;
    if (value > (samples[high] ?? 0)) high = at;
  }
  if (low === high) return [low];
  return low < high ? [low, high] : [high, low];
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** The lowest and the highest value; 0 and 0 where nothing was recorded. */
export function rangeOf(samples: Float32Array): readonly [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of samples) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 0];
}
