import { expect, test } from "vitest";
import { createDataFolder } from "../measuring/data-folder.ts";
import { proveProcesses } from "./prove.ts";
import { findRedis, startRedis } from "./redis.ts";
import { busKilled, hintsLost, processKilled, undisturbed } from "./scenes.ts";

const short = [
  [undisturbed, 1],
  [hintsLost, 1],
  [busKilled, 1],
  [processKilled, 1],
] as const;
const program = findRedis();

async function prove(redis: Parameters<typeof proveProcesses>[1]) {
  const folder = createDataFolder();
  const { wrongs, written, acknowledged } = await proveProcesses(folder.path, redis, short, 1, () => {});
  folder.remove();
  return { wrongs, unacknowledged: written - acknowledged, isMuch: written > 100 };
}

const right = { wrongs: [], unacknowledged: 0, isMuch: true };

test("[SY-33] two processes that tell each other over PostgreSQL lose nothing", async () => {
  expect(await prove(undefined)).toEqual(right);
}, 120_000);

test.skipIf(program === undefined)(
  "[SY-33] over Redis they also show who is at the other one (skipped without a redis-server)",
  async () => {
    expect(await prove(await startRedis(program ?? ""))).toEqual(right);
  },
  120_000,
);
