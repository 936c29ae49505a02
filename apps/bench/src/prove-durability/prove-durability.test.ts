import { join } from "node:path";
import { expect, test } from "vitest";
import { createDataFolder } from "../measuring/data-folder.ts";
import { databaseKilled, databaseStopped, oneDocumentFails, pagesReloaded, serverKilled } from "./faults.ts";
import { prove } from "./prove.ts";

test("[SY-1] [SY-3] [SY-4] [SY-7] nothing that was called saved is lost, doubled or comes back, whatever is killed", async () => {
  const folder = createDataFolder();
  const faults = [
    serverKilled,
    serverKilled,
    databaseKilled,
    databaseStopped,
    pagesReloaded,
    oneDocumentFails,
  ];
  const places = { folder: join(folder.path, "trial"), complaints: join(folder.path, "server.log") };
  const { wrongs, written, acknowledged } = await prove(places, faults, 1, () => {});
  folder.remove();
  expect(wrongs).toEqual([]);
  expect(acknowledged).toBe(written);
  expect(written).toBeGreaterThan(100);
}, 180_000);
