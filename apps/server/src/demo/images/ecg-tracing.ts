import { createSeededRandom } from "@consilium/foundation";
import { spread } from "./solid.ts";

export interface EcgFacts {
  /** Beats a minute. */
  readonly rate: number;
  readonly prMs: number;
  readonly qrsMs: number;
  readonly qtMs: number;
}

export const ecg = { frequency: 500, seconds: 10 } as const;

export const leads = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"] as const;
export type Lead = (typeof leads)[number];

type Measured = "I" | "II" | "V1" | "V2" | "V3" | "V4" | "V5" | "V6";

/**
 * Millivolts of the waves in each lead that is measured itself. Right bundle branch block: a late second R in V1 and wide
 * S in I and V6. Left anterior hemiblock: small q in I, deep S in II. T turns away from the late wave in V1 to V3.
 */
const waves: Readonly<
  Record<
    Measured,
    {
      readonly p: number;
      readonly first: number;
      readonly main: number;
      readonly late: number;
      readonly t: number;
      readonly st: number;
    }
  >
> = {
  I: { p: 0.09, first: -0.08, main: 1.1, late: -0.24, t: 0.22, st: 0 },
  II: { p: 0.14, first: 0.3, main: -0.36, late: -0.06, t: 0.24, st: 0 },
  V1: { p: 0.06, first: 0.2, main: -0.34, late: 0.86, t: -0.26, st: -0.06 },
  V2: { p: 0.07, first: 0.34, main: -0.72, late: 0.62, t: -0.22, st: -0.05 },
  V3: { p: 0.07, first: 0.3, main: -0.3, late: 0.22, t: -0.08, st: -0.03 },
  V4: { p: 0.07, first: -0.02, main: 0.82, late: -0.3, t: 0.26, st: 0 },
  V5: { p: 0.07, first: -0.05, main: 1.1, late: -0.34, t: 0.3, st: 0 },
  V6: { p: 0.06, first: -0.06, main: 0.92, late: -0.3, t: 0.24, st: 0 },
};

const bell = (ms: number, middle: number, width: number): number => Math.exp(-(((ms - middle) / width) ** 2));

/** Zero before and after a stretch, rising and falling over a few milliseconds. */
const stretch = (ms: number, from: number, to: number): number =>
  1 / (1 + Math.exp(-(ms - from) / 9)) - 1 / (1 + Math.exp(-(ms - to) / 9));

/** Millivolts, so many milliseconds after the beginning of P. */
function beat(lead: Measured, ms: number, { prMs, qrsMs, qtMs }: EcgFacts): number {
  const { p, first, main, late, t, st } = waves[lead];
  const q = ms - prMs;
  const peak = qtMs * 0.76;
  const width = ms > prMs + peak ? (qtMs - peak) / 2.1 : 62;
  return (
    p * (bell(ms, 42, 24) + 0.75 * bell(ms, 78, 24)) +
    first * bell(q, 14, 8.5) +
    main * bell(q, 44, 16) +
    late * bell(q, qrsMs * 0.72, qrsMs * 0.14) +
    st * stretch(q, qrsMs, peak - 60) +
    t * bell(q, peak, width)
  );
}

const derived: Readonly<Record<Exclude<Lead, Measured>, (one: number, two: number) => number>> = {
  III: (one, two) => two - one,
  aVR: (one, two) => -(one + two) / 2,
  aVL: (one, two) => one - two / 2,
  aVF: (one, two) => two - one / 2,
};

const isMeasured = (lead: Lead): lead is Measured => lead in waves;

/** Microvolts of each lead, sample after sample. The rhythm sways a little with the breath. */
export function drawEcg(facts: EcgFacts, seed: number): Readonly<Record<Lead, Float32Array>> {
  const random = createSeededRandom(seed);
  const { frequency, seconds } = ecg;
  const usual = 60_000 / facts.rate;
  const starts: number[] = [];
  for (let at = -usual * 0.4; at < seconds * 1000; at += usual + 14 * Math.sin(at / 640)) starts.push(at);
  const samples = frequency * seconds;
  const of = (lead: Measured): Float32Array => {
    const phase = 3 * spread(random);
    return Float32Array.from({ length: samples }, (_, sample) => {
      const ms = (sample * 1000) / frequency;
      const near = starts.filter((start) => ms >= start - 60 && ms < start + usual + 60);
      const heart = near.reduce((sum, start) => sum + beat(lead, ms - start, facts), 0);
      return 1000 * heart + 16 * Math.sin(ms / 640 + phase) + 5 * spread(random);
    });
  };
  const one = of("I");
  const two = of("II");
  const lead = (name: Lead): Float32Array => {
    if (name === "I") return one;
    if (name === "II") return two;
    if (isMeasured(name)) return of(name);
    return one.map((value, at) => derived[name](value, two[at] ?? 0));
  };
  return {
    I: one,
    II: two,
    III: lead("III"),
    aVR: lead("aVR"),
    aVL: lead("aVL"),
    aVF: lead("aVF"),
    V1: lead("V1"),
    V2: lead("V2"),
    V3: lead("V3"),
    V4: lead("V4"),
    V5: lead("V5"),
    V6: lead("V6"),
  };
}
