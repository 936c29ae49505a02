import { isPostgresUrl, type OpenDatabase } from "@consilium/database";
import { noBus } from "@consilium/workspace-server";
import type { Configuration } from "../configuration.ts";
import { createPostgresBus } from "./postgres-bus.ts";
import { createRedisBus } from "./redis-bus.ts";
import type { BusEvents, RunningBus } from "./running-bus.ts";

/** How this process tells the others; nothing is heard within this call. Over Redis where one is named, else over a database that several may share. */
export function openBus(
  { redisUrl, database }: Pick<Configuration, "redisUrl" | "database">,
  open: OpenDatabase,
  process: string,
  events: BusEvents,
): RunningBus {
  const once = onceEachTime(events);
  if (redisUrl !== undefined) return createRedisBus(redisUrl, process, once);
  // On a PostgreSQL of our own in the data folder there is never a second process.
  if (isPostgresUrl(database)) return createPostgresBus(open, process, once);
  return { ...noBus, say: () => {}, stop: () => Promise.resolve() };
}

/** A bus that is away is told of once, not at each try. */
function onceEachTime({ heard, connected, failed }: BusEvents): BusEvents {
  let isAway = false;
  return {
    heard,
    connected: () => {
      isAway = false;
      connected();
    },
    failed: (cause) => {
      if (!isAway) failed(cause);
      isAway = true;
    },
  };
}
