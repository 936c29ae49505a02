import { mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { placeOf } from "@consilium/database";
import type { Random } from "@consilium/foundation";
import { findFreePort, type RunningChild, startChild } from "../measuring/child-process.ts";
import { type DatabaseUnderTrial, startDatabase } from "../prove-durability/database.ts";
import { type Desk, makeDocuments, openDesk } from "../prove-durability/desk.ts";
import { enter, type Person, type Room } from "./people.ts";
import { createProxy } from "./proxy.ts";
import type { RedisUnderTrial } from "./redis.ts";

/** A sync server in a process of its own. */
export interface ServerProcess {
  readonly host: string;
  readonly start: () => Promise<void>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
  /** While true it hears nothing of what the other one says. */
  readonly deafen: (isDeaf: boolean) => Promise<void>;
}

/** Two processes on one database, people at both, and what they were told. */
export interface World {
  readonly random: Random;
  /** How many words are followed from one process to the other. */
  readonly words: number;
  readonly database: DatabaseUnderTrial;
  /** Undefined: hints go over the database, and nobody's presence does. */
  readonly redis: RedisUnderTrial | undefined;
  readonly first: ServerProcess;
  readonly second: ServerProcess;
  readonly desks: readonly Desk[];
  /** With carets in a document of their own, at both processes. */
  readonly people: readonly Person[];
  /** Somebody more at the first one, until it is gone. */
  readonly visit: (name: string) => Promise<Person>;
  /** What must not happen and did, in words. */
  readonly wrongs: string[];
  readonly close: () => Promise<void>;
}

const labServer = fileURLToPath(new URL("../sync/lab-server.ts", import.meta.url));
const desks = 2;

export async function createWorld(
  folder: string,
  redis: RedisUnderTrial | undefined,
  random: Random,
  words: number,
): Promise<World> {
  mkdirSync(folder, { recursive: true });
  const database = await startDatabase(join(folder, "database"));
  const { first, second, proxies } = await startProcesses(folder, database.url, redis);
  const [atFirst, atSecond] = [proxies[0].host, proxies[1].host];
  const documents = await makeDocuments(first.host, desks + 1);
  const wrongs: string[] = [];
  const hosts = { stock: [atFirst, atSecond], app: [atFirst, atSecond] };
  const opened = documents.slice(0, desks).map((document) => openDesk(document, hosts, wrongs));
  const room = roomOf(documents.at(-1));
  const people = [await enter("ada", atFirst, room), await enter("ben", atSecond, room)];
  return {
    random,
    words,
    database,
    redis,
    first,
    second,
    desks: opened,
    people,
    visit: (name) => enter(name, first.host, room),
    wrongs,
    close: async () => {
      for (const { leave } of [...people, ...opened.flatMap(({ writers }) => writers)]) leave();
      for (const proxy of proxies) await proxy.close();
      for (const server of [first, second]) await server.kill();
      await redis?.kill();
      await database.close();
    },
  };
}

/** Two, and for each a proxy that prefers it. */
async function startProcesses(folder: string, database: string, redis: RedisUnderTrial | undefined) {
  const log = openSync(join(folder, "servers.log"), "a");
  const [one, two] = [await findFreePort(), await findFreePort()];
  const first = createServerProcess(one, database, redis, log);
  const second = createServerProcess(two, database, redis, log);
  await first.start();
  await second.start();
  const proxies = [await createProxy([one, two]), await createProxy([two, one])] as const;
  return { first, second, proxies };
}

function roomOf(document: Desk["document"] | undefined): Room {
  if (document === undefined) throw new Error("The lab made too few documents.");
  const { caseId, name } = placeOf(document);
  return { caseId, document: name };
}

function createServerProcess(
  port: number,
  database: string,
  redis: RedisUnderTrial | undefined,
  log: number,
): ServerProcess {
  let child: RunningChild | undefined;
  const environment = {
    PORT: String(port),
    DATABASE_URL: database,
    ...(redis && { REDIS_URL: redis.url }),
  };
  return {
    host: `127.0.0.1:${port}`,
    start: async () => {
      child = await startChild(labServer, environment, "ready", log);
    },
    kill: async () => child?.kill(),
    deafen: async (isDeaf) => void (await child?.tell(`deaf ${isDeaf ? 1 : 0}`, "deaf")),
  };
}
