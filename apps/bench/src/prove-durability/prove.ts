import { setTimeout as pause } from "node:timers/promises";
import { createSeededRandom } from "@consilium/foundation";
import { totalsOf } from "./desk.ts";
import type { Fault } from "./faults.ts";
import { startTrial } from "./trial.ts";

export interface Row {
  readonly times: number;
  readonly wrong: number;
  /** Of all of them, from the first act to the last look. */
  readonly milliseconds: number;
}

export interface Proof {
  readonly rows: ReadonlyMap<string, Row>;
  readonly written: number;
  readonly acknowledged: number;
  readonly wrongs: readonly string[];
}

/** One fault after the other on one server, its database in that folder, its complaints in that file. `tell`: what went wrong, as soon as it did. */
export async function prove(
  { folder, complaints }: { readonly folder: string; readonly complaints: string },
  faults: readonly Fault[],
  seed: number,
  tell: (wrong: string) => void,
): Promise<Proof> {
  const random = createSeededRandom(seed);
  const trial = await startTrial(folder, complaints, random);
  const rows = new Map<string, Row>();
  try {
    for (const { name, happen } of faults) {
      const began = Date.now();
      const before = trial.wrongs.length;
      const stop = trial.write();
      await pause(atFirst + random.below(upTo));
      await happen(trial);
      await pause(after);
      stop();
      await trial.settle(name);
      for (const wrong of trial.wrongs.slice(before)) tell(wrong);
      const row = rows.get(name) ?? { times: 0, wrong: 0, milliseconds: 0 };
      rows.set(name, {
        times: row.times + 1,
        wrong: row.wrong + trial.wrongs.length - before,
        milliseconds: row.milliseconds + Date.now() - began,
      });
    }
    return {
      rows,
      ...totalsOf(trial.desks),
      wrongs: trial.wrongs,
    };
  } finally {
    await trial.close();
  }
}

/** Milliseconds of writing before a fault, at least and more, and after it. */
const atFirst = 100;
const upTo = 500;
const after = 100;
