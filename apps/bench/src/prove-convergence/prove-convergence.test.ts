import { join } from "node:path";
import { expect, test } from "vitest";
import { createDataFolder } from "../measuring/data-folder.ts";
import { prove } from "../prove-durability/prove.ts";
import { linesCut, linesHeld, rightsAskedAgain } from "./faults.ts";

// The schedules of the simulation are tried where it lives, in workspace-server.fuzz.test.ts.
test("[SY-3] [SY-7] [SY-20] over real sockets that are cut and held all replicas end equal, and all is acknowledged", async () => {
  const folder = createDataFolder();
  const places = { folder: join(folder.path, "trial"), complaints: join(folder.path, "server.log") };
  const faults = [linesCut, rightsAskedAgain, linesHeld];
  const { wrongs, written, acknowledged } = await prove(places, faults, 1, () => {});
  folder.remove();
  expect(wrongs).toEqual([]);
  expect(acknowledged).toBe(written);
  expect(written).toBeGreaterThan(100);
}, 120_000);
