import type { Figure, Target } from "../measuring/figures.ts";
import type { Latency } from "../measuring/latency.ts";
import { spreadOf } from "../measuring/spread.ts";
import { alternate, compare, type Results } from "./alternate.ts";
import { type Contender, onlyOf } from "./contenders.ts";
import { measureDisk } from "./disk.ts";
import { measurePropagation } from "./propagation.ts";

export interface PropagationWork {
  readonly rounds: number;
  readonly readers: readonly number[];
  readonly keys: number;
  /** Of the disk alone, in each round. */
  readonly writes: number;
}

interface Setup {
  readonly readers: number;
  readonly withCarets: boolean;
}

/** Milliseconds. */
const between = 20;

/**
 * A key to all readers, without carets and with them; and what the disk alone takes, each time before this server's turn: it waits for
 * that, and the peers for nothing.
 */
export async function comparePropagation(
  contenders: readonly Contender[],
  dataFolder: string,
  { rounds, readers, keys, writes }: PropagationWork,
): Promise<readonly Figure[]> {
  const setups = [false, true].flatMap((withCarets) =>
    readers.map((count) => ({ readers: count, withCarets })),
  );
  const disk: number[] = [];
  const results = await alternate(contenders, rounds, async ({ name, createDocuments }) => {
    if (name === "here") disk.push(await measureDisk(dataFolder, writes));
    const latencies: Latency[] = [];
    for (const setup of setups)
      latencies.push(await measurePropagation(onlyOf(await createDocuments(1)), { ...setup, keys, between }));
    return latencies;
  });
  return [...setups.flatMap((setup, at) => figuresOf(setup, at, results)), diskFigure(disk)];
}

const figuresOf = (
  { readers, withCarets }: Setup,
  at: number,
  results: Results<readonly Latency[]>,
): readonly Figure[] =>
  (["p50", "p99"] as const).map((part) =>
    compare(results, {
      name: `propagation-${readers}${withCarets ? "-carets" : ""}-${part}`,
      words: `a key to ${readers} readers${withCarets ? ", with carets" : ""}, ${part}`,
      unit: "ms",
      target: targetOf(readers),
      of: (latencies) => latencies[at]?.[part] ?? Number.NaN,
    }),
  );

/** What waits for a disk may take twice as long for few; where there are many, sending to them is most of it. */
const targetOf = (readers: number): Target | undefined =>
  readers <= 3 ? { timesPeer: 2 } : readers >= 100 ? { timesPeer: 1.3 } : undefined;

const diskFigure = (times: readonly number[]): Figure => ({
  name: "disk",
  words: "the disk alone: 8 kB written and synced, p50",
  unit: "ms",
  ours: spreadOf(times),
});
