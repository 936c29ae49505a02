import { openSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createDataFolder } from "../measuring/data-folder.ts";
import { attack, besiege, startBesieged } from "./over-sockets.ts";
import { runMutants } from "./run-mutants.ts";

test("[SY-10] [SY-11] [SY-12] [SY-13] of mutants of honest frames none is admitted that throws, waits, is foreign or diverges", () => {
  const { fates, wrongs } = runMutants(1, 10_000);
  expect(wrongs).toEqual([]);
  const counts = [...fates.values()];
  expect(counts.reduce((sum, { admitted }) => sum + admitted, 0)).toBeGreaterThan(1000);
  expect(counts.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThan(1000);
}, 60_000);

test("[SY-10] [SY-16] [SY-21] [SY-31] no attack over sockets is taken, each ends as it must, and honest people go on writing", async () => {
  const folder = createDataFolder();
  const besieged = await startBesieged(folder.path, openSync(join(folder.path, "complaints.log"), "a"));
  try {
    expect(await attack(besieged)).toEqual([]);
    const { sent, flooded } = await besiege(besieged, { turns: 1, keys: 20 });
    expect(sent).toBeGreaterThan(0);
    expect(flooded.p50).toBeGreaterThan(0);
  } finally {
    await besieged.stop();
    folder.remove();
  }
}, 120_000);
