import { readFileSync } from "node:fs";
import type { Figure } from "../measuring/figures.ts";
import { processorTime, processorTimeWithChildren } from "../measuring/processes.ts";
import { spreadOf } from "../measuring/spread.ts";
import { alternate, compare, type Results } from "./alternate.ts";
import type { Contender } from "./contenders.ts";
import { measureAcknowledged, measureDelivered } from "./throughput.ts";
import { typeFrames } from "./typed-frames.ts";

export interface Work {
  readonly rounds: number;
  readonly documents: number;
  /** In each document and round. */
  readonly keys: number;
}

/** What the same keys in as many documents took. */
interface Delivery {
  /** Keys a second. */
  readonly rate: number;
  /** Microseconds of a processor for each key: the server's own, and its database's. */
  readonly server: number;
  readonly database: number;
}

/** The same keys in as many documents at each server: how many a second, and what each costs. */
export async function compareThroughput(
  contenders: readonly Contender[],
  dataFolder: string,
  { rounds, documents, keys }: Work,
): Promise<readonly Figure[]> {
  const frames = typeFrames(keys);
  const acknowledged: number[] = [];
  const results = await alternate(contenders, rounds, async ({ name, process, createDocuments }) => {
    if (name === "here")
      acknowledged.push(await measureAcknowledged(await createDocuments(documents), frames));
    const places = await createDocuments(documents);
    const before = [processorTime(process.pid), databaseTime(dataFolder)] as const;
    const rate = await measureDelivered(places, frames);
    const each = (milliseconds: number) => (milliseconds * 1000) / (documents * keys);
    return {
      rate,
      server: each(processorTime(process.pid) - before[0]),
      database: name === "here" ? each(databaseTime(dataFolder) - before[1]) : 0,
    };
  });
  return figuresOf(documents, acknowledged, results);
}

/** Of PostgreSQL's processes together, in milliseconds. */
function databaseTime(dataFolder: string): number {
  const postmaster = Number.parseInt(readFileSync(`${dataFolder}/database/postmaster.pid`, "utf8"), 10);
  return processorTimeWithChildren(postmaster);
}

const figuresOf = (
  documents: number,
  acknowledged: readonly number[],
  results: Results<Delivery>,
): readonly Figure[] => [
  {
    name: "saved-a-second",
    words: `keys a second in ${documents} documents, saved`,
    unit: "/s",
    ours: spreadOf(acknowledged),
    target: { atLeast: 20_000 },
  },
  compare(results, {
    name: "delivered-a-second",
    words: `keys a second in ${documents} documents, at a reader`,
    unit: "/s",
    moreIsBetter: true,
    of: ({ rate }) => rate,
  }),
  compare(results, {
    name: "processor-a-key",
    words: "processor for a key, of the server's process",
    unit: "µs",
    of: ({ server }) => server,
  }),
  {
    name: "processor-a-key-database",
    words: "processor for a key, of its PostgreSQL",
    unit: "µs",
    ours: spreadOf(results.here.map(({ database }) => database)),
  },
];
