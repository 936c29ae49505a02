import { expect, test } from "vitest";
import { createDataFolder } from "../measuring/data-folder.ts";
import { proveProcesses } from "./prove.ts";
import { findRedis, type RedisUnderTrial, startRedis } from "./redis.ts";
import { busKilled, hintsLost, processKilled, type Scene, undisturbed } from "./scenes.ts";

const program = findRedis();

async function prove(redis: RedisUnderTrial | undefined, ...scenes: readonly Scene[]) {
  const folder = createDataFolder();
  const { wrongs, written, acknowledged } = await proveProcesses({
    folder: folder.path,
    redis,
    scenes: scenes.map((scene) => [scene, 1] as const),
    words: 2,
    seed: 1,
    tell: () => {},
  });
  folder.remove();
  return { wrongs, unacknowledged: written - acknowledged, isMuch: written > 100 };
}

const right = { wrongs: [], unacknowledged: 0, isMuch: true };

test("[SY-33] two processes that tell each other over PostgreSQL lose nothing", async () => {
  expect(await prove(undefined, undisturbed, hintsLost, processKilled)).toEqual(right);
}, 120_000);

test.skipIf(program === undefined)(
  "[SY-33] over Redis they also show who is at the other one (skipped without a redis-server)",
  async () => {
    expect(await prove(await startRedis(program ?? ""), busKilled, processKilled)).toEqual(right);
  },
  120_000,
);
