import type { Random } from "@consilium/foundation";
import type { DurableLog } from "../../durable-log/durable-log.ts";
import type { MemoryLog } from "../../durable-log/memory-log.ts";
import type { Rights } from "../../session/rights.ts";

/** A way to the database that takes its time: what is asked happens at once, or later, and is heard of later still. */
export type Delay = <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;

export const createDelay =
  (random: Random, hold: () => Promise<void>): Delay =>
  async (ask) => {
    if (random.below(3) === 0) await hold();
    const answer = await ask();
    if (random.below(3) === 0) await hold();
    return answer;
  };

/** One process's way to the log, which can be cut. */
export interface FaultyStore extends DurableLog {
  isReachable: boolean;
}

export function createFaultyStore(log: MemoryLog, delay: Delay): FaultyStore {
  const asked =
    <Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    (...given: Given): Promise<Answer> =>
      delay(() => {
        if (!store.isReachable) throw new Error("the log is not to be reached");
        return ask(...given);
      });
  const store: FaultyStore = {
    isReachable: true,
    load: asked(log.load),
    loadTail: asked(log.loadTail),
    heads: asked(log.heads),
    storeSnapshot: asked(log.storeSnapshot),
    freeze: log.freeze,
    append: (groups) =>
      store.isReachable ? log.append(groups) : Promise.resolve(groups.map(() => ({ outcome: "failed" }))),
    storeLateDrafts: (drafts) =>
      store.isReachable ? log.storeLateDrafts(drafts) : Promise.resolve("failed"),
  };
  return store;
}

export const createSlowRights = (rights: Rights, delay: Delay): Rights => ({
  onDocument: (...given) => delay(() => rights.onDocument(...given)),
  sightOf: (...given) => delay(() => rights.sightOf(...given)),
  resolveName: (...given) => rights.resolveName(...given),
});
