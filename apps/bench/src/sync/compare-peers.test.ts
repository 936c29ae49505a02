import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createDataFolder } from "../measuring/data-folder.ts";
import { type Figure, peerNames } from "../measuring/figures.ts";
import { compareCarets } from "./compare-carets.ts";
import { compareHotDocument, compareJoinStorm } from "./compare-crowd.ts";
import { compareHostile } from "./compare-hostile.ts";
import { compareKills } from "./compare-kills.ts";
import { compareMemory } from "./compare-memory.ts";
import { comparePropagation } from "./compare-propagation.ts";
import { compareThroughput } from "./compare-throughput.ts";
import { type Contender, startContenders, stopContenders } from "./contenders.ts";

// Each part in small: that it ends means that all keys came to all readers. Nothing here is a matter of time.

const folder = createDataFolder();
const rounds = 1;
/** Milliseconds: on a busy machine a PostgreSQL and three servers take their time to start. */
const patience = 180_000;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });
let contenders: readonly Contender[] = [];

beforeAll(async () => {
  contenders = await startContenders(folder.path, "quietly");
});
afterAll(async () => {
  await stopContenders(contenders);
  folder.remove();
});

/** The names of figures that are no numbers. */
const unmeasured = (figures: readonly Figure[]): string[] =>
  figures
    .filter(({ ours, peers }) =>
      [ours, ...Object.values(peers ?? {})].some(({ median }) => !Number.isFinite(median)),
    )
    .map(({ name }) => name);

const named = (figures: readonly Figure[], name: string): Figure => {
  const found = figures.find((figure) => figure.name === name);
  if (!found) throw new Error(`There is no figure ${name}.`);
  return found;
};

test("all keys come to all readers, without carets and with them", async () => {
  const work = { rounds, readers: [3], keys: 5, writes: 3 };
  expect(unmeasured(await comparePropagation(contenders, folder.path, work))).toEqual([]);
});

test("all keys of all writers of one document come to everybody", async () => {
  expect(unmeasured(await compareHotDocument(contenders, { rounds, people: 6, keys: 3 }))).toEqual([]);
});

test("everybody who comes at once is given the document", async () => {
  expect(unmeasured(await compareJoinStorm(contenders, { rounds, people: 5, bytes: 50_000 }))).toEqual([]);
});

test("all keys of many documents are saved and delivered, and cost something", async () => {
  expect(
    unmeasured(await compareThroughput(contenders, folder.path, { rounds, documents: 5, keys: 20 })),
  ).toEqual([]);
  expect(unmeasured(await compareMemory(contenders, { rounds, documents: 5, bytes: 5000 }))).toEqual([]);
});

test("a moved caret is told to the others by every server, and to the app's own people", async () => {
  const figures = await compareCarets(contenders, { rounds, people: 2, moves: 5 });
  for (const { ours } of figures) expect(ours.median).toBeGreaterThan(0);
  for (const peer of peerNames)
    expect(named(figures, "carets-heard").peers?.[peer].median).toBeGreaterThan(0);
});

test("[SY-1] no edit that somebody had is lost by a kill", async () => {
  const figures = await compareKills(join(folder.path, "kills"), 1);
  expect(named(figures, "edits-acknowledged").ours.median).toBeGreaterThan(0);
  const { ours, peers } = named(figures, "edits-lost");
  expect(ours.median).toBe(0);
  for (const peer of peerNames) expect(peers?.[peer].median).toBeGreaterThanOrEqual(0);
});

test("[SY-10] [SY-11] [SY-12] [SY-13] no hostile frame changes what an honest reader has", async () => {
  const { admitted, figures } = await compareHostile(contenders);
  expect(admitted.here).toEqual([]);
  for (const peer of peerNames)
    expect(named(figures, "hostile-admitted").peers?.[peer].median).toBeGreaterThanOrEqual(0);
});
