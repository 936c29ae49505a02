import { openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type RunningChild, startChild } from "../measuring/child-process.ts";

/** The sync server in a process of its own. */
export interface ServerUnderTrial {
  /** A new process, with nothing of the one before. */
  readonly start: () => Promise<void>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const labServer = fileURLToPath(new URL("../sync/lab-server.ts", import.meta.url));

export interface ServerOptions {
  readonly port: number;
  /** Its address. */
  readonly database: string;
  /** A file for what it has to complain of. */
  readonly complaints: string;
}

/** The next process loads its modules while this one serves: most of a start is that, and none of it is what is tried here. */
export function createServerUnderTrial({ port, database, complaints }: ServerOptions): ServerUnderTrial {
  const log = openSync(complaints, "a");
  const environment = {
    PORT: String(port),
    DATABASE_URL: database,
    NODE_COMPILE_CACHE: `${complaints}.compiled`,
    LAB_WAITS: "1",
  };
  const load = () => startChild(labServer, environment, "loaded", log);
  let next: Promise<RunningChild> = load();
  let current: RunningChild | undefined;
  return {
    start: async () => {
      current = await next;
      await current.tell("begin", "ready");
      next = load();
    },
    kill: async () => current?.kill(),
    close: async () => {
      await current?.stop();
      await (await next).kill();
    },
  };
}
