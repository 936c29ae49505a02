import { join } from "node:path";
import type { Figure } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { measureColdOpenings } from "./cold-open-figures.ts";
import { compareCarets } from "./compare-carets.ts";
import { compareHotDocument, compareJoinStorm } from "./compare-crowd.ts";
import { compareHostile } from "./compare-hostile.ts";
import { compareKeystrokes } from "./compare-keystrokes.ts";
import { compareKills } from "./compare-kills.ts";
import { compareMemory } from "./compare-memory.ts";
import { comparePropagation } from "./compare-propagation.ts";
import { compareThroughput } from "./compare-throughput.ts";
import { type Contender, startContenders, stopContenders } from "./contenders.ts";
import { measureGate } from "./gate-cost.ts";

/** How much of everything is done in a round. */
export interface Sizes {
  readonly keystroke: { readonly keys: number };
  readonly propagation: {
    readonly readers: readonly number[];
    readonly keys: number;
    readonly writes: number;
  };
  readonly hot: { readonly people: number; readonly keys: number };
  readonly joins: { readonly people: number; readonly bytes: number };
  readonly throughput: { readonly documents: number; readonly keys: number };
  readonly memory: { readonly documents: number; readonly bytes: number };
  readonly carets: { readonly people: number; readonly moves: number };
  readonly cold: { readonly operations: number };
  /** In all. */
  readonly kills: number;
  readonly gate: { readonly paragraphs: number; readonly authors: number };
}

export const defaultSizes: Sizes = {
  keystroke: { keys: 100 },
  propagation: { readers: [3, 20, 100], keys: 50, writes: 50 },
  hot: { people: 50, keys: 15 },
  joins: { people: 50, bytes: 1_000_000 },
  throughput: { documents: 100, keys: 400 },
  memory: { documents: 200, bytes: 20_000 },
  carets: { people: 5, moves: 15 },
  cold: { operations: 260_000 },
  kills: 20,
  gate: { paragraphs: 8000, authors: 5 },
};

export interface Bench {
  readonly contenders: readonly Contender[];
  /** Where the database of the sync server lies. Parts with servers of their own have folders in it. */
  readonly dataFolder: string;
  readonly rounds: number;
  readonly sizes: Sizes;
}

export interface Measured {
  readonly figures: readonly Figure[];
  /** For the JSON. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type Part = (bench: Bench) => Promise<Measured>;

export const parts: Readonly<Record<string, Part>> = {
  keystroke: async ({ contenders, dataFolder, rounds, sizes }) =>
    compareKeystrokes(contenders, join(dataFolder, "demo"), { rounds, ...sizes.keystroke }),
  propagation: async ({ contenders, dataFolder, rounds, sizes }) => ({
    figures: await comparePropagation(contenders, dataFolder, { rounds, ...sizes.propagation }),
  }),
  hot: async ({ contenders, rounds, sizes }) => ({
    figures: await compareHotDocument(contenders, { rounds, ...sizes.hot }),
  }),
  joins: async ({ contenders, rounds, sizes }) => ({
    figures: await compareJoinStorm(contenders, { rounds, ...sizes.joins }),
  }),
  throughput: async ({ contenders, dataFolder, rounds, sizes }) => ({
    figures: await compareThroughput(contenders, dataFolder, { rounds, ...sizes.throughput }),
  }),
  memory: async ({ contenders, rounds, sizes }) => ({
    figures: await compareMemory(contenders, { rounds, ...sizes.memory }),
  }),
  carets: async ({ contenders, rounds, sizes }) => ({
    figures: await compareCarets(contenders, { rounds, ...sizes.carets }),
  }),
  cold: async ({ dataFolder, rounds, sizes }) => ({
    figures: await measureColdOpenings(join(dataFolder, "cold"), { rounds, ...sizes.cold }),
  }),
  kills: async ({ dataFolder, sizes }) => ({
    figures: await compareKills(join(dataFolder, "kills"), sizes.kills),
  }),
  hostile: async ({ dataFolder }) => {
    // Of their own: nobody needs to read what they complain of here.
    const contenders = await startContenders(join(dataFolder, "hostile"), "quietly");
    const { figures, admitted } = await compareHostile(contenders);
    await stopContenders(contenders);
    return { figures, facts: { admitted } };
  },
  gate: ({ rounds, sizes }) => {
    const times = Array.from({ length: rounds }, () => measureGate(sizes.gate));
    return Promise.resolve({ figures: [gateFigure(times)] });
  },
};

const gateFigure = (times: readonly number[]): Figure => ({
  name: "gate",
  words: "the gate, a key in 8,000 paragraphs",
  unit: "µs",
  ours: spreadOf(times),
  target: { atMost: 10 },
});
