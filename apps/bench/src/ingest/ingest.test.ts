import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { createDataFolder } from "../measuring/data-folder.ts";
import { parts, sharedServer, type Sizes } from "./parts.ts";

// Each part in small: that it ends means that the files became what they must. Nothing here is a matter of time.

const folder = createDataFolder();
const { server, stop } = sharedServer(join(folder.path, "data"));
afterAll(async () => {
  await stop();
  folder.remove();
});
/** Milliseconds: on a busy machine a PostgreSQL and a server with its demo take their time to start. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
const sizes: Sizes = {
  ct: { slices: 5, side: 32 },
  fhir: { bytes: 20_000 },
  slide: { width: 20_000, height: 20_000 },
  kill: { bytes: 40_000_000 },
};

/** A picture becomes a slide from a hundred million pixels on: that has no small form. */
const small = Object.entries(parts).filter(([name]) => name !== "slide");

test.each(small)("%s: nothing is wrong, and every figure is a number", async (name, measure) => {
  const { figures, wrong } = await measure({ server, folder: folder.path, rounds: 1, sizes });
  expect(wrong).toEqual([]);
  expect(figures.length).toBeGreaterThan(0);
  for (const { ours } of figures) expect(Number.isFinite(ours.median)).toBe(true);
});
