import { changeDelivery, deliveredFilesOf, quietDeliveries } from "@consilium/database";
import type { Jobs } from "../jobs/open-jobs.ts";
import { ServerEnds } from "../jobs/server-ends.ts";
import type { Deliveries, Services } from "../services.ts";
import { clearAway } from "./clear-away.ts";
import { type ReadingParts, readDelivery } from "./read-delivery.ts";

export interface DeliveryDesk extends Deliveries {
  /** Begins to read what waits; needs the services that the desk is one of. */
  readonly open: (services: Services) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface DeskOptions extends ReadingParts {
  /** Of the data folder: deliveries are read where their files arrived. */
  readonly place: string;
  readonly jobs: Jobs;
  /** Settles when nothing of it is being fetched from an archive any more. */
  readonly stopFetching: (id: string) => Promise<void>;
  readonly failed: (cause: unknown) => void;
}

const hour = 3_600_000;
/** Nobody has touched it for so long: it is given up. */
const patience = 7 * 24 * hour;

/** Reads deliveries one after the other, each in a process that may die without harm. */
export function createDeliveryDesk(options: DeskOptions): DeliveryDesk {
  const { place, jobs, failed } = options;
  const queue = `read-delivery-${place}`;
  const running = new Map<string, AbortController>();
  let sweeping: NodeJS.Timeout | undefined;
  let isEnding = false;
  return {
    place,
    read: ({ caseId }, id) => jobs.begin(queue, `${caseId}/${id}`),
    stop: async (key, id) => {
      await options.stopFetching(id);
      const reading = running.get(id);
      if (reading) reading.abort(new Error("The delivery was cancelled"));
      else await clearAway(options, key, id);
    },
    open: async (services) => {
      await jobs.work(queue, async (name, isLast) => {
        if (isEnding) throw new ServerEnds();
        const [caseId = "", id = ""] = name.split("/");
        const stopping = new AbortController();
        running.set(id, stopping);
        try {
          await readDelivery(services, options, { caseId, id, isLast, signal: stopping.signal });
          // That this server ended is no try of the delivery's.
          if (stopping.signal.reason instanceof ServerEnds) await jobs.begin(queue, name);
        } finally {
          running.delete(id);
        }
      });
      sweeping = setInterval(() => void giveUpQuiet(services, options).catch(failed), hour);
      sweeping.unref();
    },
    close: async () => {
      clearInterval(sweeping);
      isEnding = true;
      for (const reading of running.values()) reading.abort(new ServerEnds());
      await Promise.resolve();
    },
  };
}

/** Deliveries that never came to an end: their files lie in the spool and nobody sends the rest. */
async function giveUpQuiet(services: Services, options: DeskOptions): Promise<void> {
  const { database } = services.open;
  const since = new Date(services.now().getTime() - patience);
  const states = ["arriving", "asking"] as const;
  for (const { id, caseId } of await quietDeliveries(database, { place: options.place, states, since })) {
    const key = await services.keys.of(caseId);
    if ((await deliveredFilesOf(database, key, id)).some(({ arrivedAt }) => arrivedAt && arrivedAt > since))
      continue;
    const from = { from: states, at: services.now() };
    if (await changeDelivery(database, key, id, from, { state: "cancelled", reading: null }))
      await clearAway(options, key, id);
  }
}
