import { type CaseKey, changeDelivery } from "@consilium/database";
import type { Services } from "../services.ts";

/** Milliseconds between two words on how far a delivery is. */
const rhythm = 500;

export interface Progress {
  readonly at: (how: { readonly read: number; readonly total: number }) => void;
  /** The last word is written. */
  readonly settled: () => Promise<void>;
}

/** How far the reading is, for whoever looks: the newest word, twice a second at most. */
export function reportProgress(services: Services, key: CaseKey, id: string): Progress {
  let writing = Promise.resolve();
  let last = 0;
  const write = async (
    before: Promise<void>,
    change: { readonly read: number; readonly total: number },
    at: Date,
  ) => {
    await before;
    const from = { from: ["reading"], at } as const;
    // Whether somebody hears it decides nothing; a database that is away is noticed by what comes next.
    await changeDelivery(services.open.database, key, id, from, change).catch(() => false);
  };
  return {
    at: ({ read, total }) => {
      const at = services.now();
      if (at.getTime() - last < rhythm) return;
      last = at.getTime();
      writing = write(writing, { read, total }, at);
    },
    settled: () => writing,
  };
}
