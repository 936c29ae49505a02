import { setTimeout as pause } from "node:timers/promises";
import { type OpenDatabase, openDatabase } from "@consilium/database";
import { createTestDatabase, type TestDatabase } from "@consilium/database/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepSweeping } from "./keep-sweeping.ts";
import { type Jobs, openJobs } from "./open-jobs.ts";

let location: TestDatabase;
let open: OpenDatabase;
/** Of two servers over one database. */
let one: Jobs;
let other: Jobs;
const failures: unknown[] = [];
const failed = (cause: unknown) => failures.push(cause);

beforeAll(async () => {
  location = await createTestDatabase();
  open = await openDatabase(location.url);
  one = await openJobs(open, failed);
  other = await openJobs(open, failed);
}, 60_000);
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await open.close();
  await location.drop();
});

test("a job with a time begins then and not before, once, and does not hold up one that is to begin now", async () => {
  const done: [string, number][] = [];
  const begun = Date.now();
  await one.work("later", async (key) => {
    done.push([key, Date.now() - begun]);
    await Promise.resolve();
  });
  const when = new Date(begun + 3000);
  await one.at("later", "same", when);
  await other.at("later", "same", when);
  await one.begin("later", "same");
  await expect.poll(() => done.length, { timeout: 2500 }).toBe(1);
  expect(done[0]?.[1]).toBeLessThan(2500);
  await expect.poll(() => done.length, { timeout: 10_000 }).toBe(2);
  expect(done[1]?.[1]).toBeGreaterThanOrEqual(2000);
  await pause(2500);
  expect(done).toHaveLength(2);
});

test("of two servers that look after the same thing at the same moment one does, and one that fails is asked again", async () => {
  const seen: Date[] = [];
  let now = new Date("2026-11-29T10:00:00Z");
  let fails = true;
  const heard: unknown[] = [];
  const sweeps = [
    {
      name: "due",
      run: async (at: Date) => {
        seen.push(at);
        await Promise.resolve();
      },
    },
    {
      name: "breaks",
      run: async () => {
        if (fails) throw new Error("The first time");
        await Promise.resolve();
      },
    },
  ];
  const options = { sweeps, now: () => now, failed: (cause: unknown) => heard.push(cause), every: 600_000 };
  const stopOne = await keepSweeping({ ...options, jobs: one });
  await expect.poll(() => [seen.length, heard.length], { timeout: 10_000 }).toEqual([1, 1]);
  fails = false;
  now = new Date("2026-11-29T11:00:00Z");
  const stopOther = await keepSweeping({ ...options, jobs: other });
  await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(2);
  expect(seen.map((at) => at.toISOString())).toEqual([
    "2026-11-29T10:00:00.000Z",
    "2026-11-29T11:00:00.000Z",
  ]);
  expect(heard).toHaveLength(1);
  stopOne();
  stopOther();
  expect(failures).toEqual([]);
});
