import type { Figure, Target } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";

interface Measurement {
  readonly words: string;
  readonly unit: string;
  readonly target: Target | undefined;
  readonly rounds: number[];
}

/** Takes one figure of one round at a time. `all`: medians and spreads, in the order in which they first came. */
export interface Rounds {
  (name: string, words: string, unit: string, value: number, target?: Target): void;
  readonly all: () => readonly Figure[];
}

export function roundsOf(): Rounds {
  const taken = new Map<string, Measurement>();
  const take = (name: string, words: string, unit: string, value: number, target?: Target) => {
    const known = taken.get(name) ?? { words, unit, target, rounds: [] };
    known.rounds.push(value);
    taken.set(name, known);
  };
  const all = () =>
    Array.from(taken, ([name, { words, unit, target, rounds }]): Figure => ({
      name,
      words,
      unit,
      ours: spreadOf(rounds),
      ...(target && { target }),
      ...(target && "atLeast" in target && { moreIsBetter: true as const }),
    }));
  return Object.assign(take, { all });
}
