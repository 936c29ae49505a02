import { canonicalRendering } from "@consilium/workspace";
import { breathe, closePages, useTestTimers } from "@consilium/workspace-client/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { lacks, World } from "./world.ts";

beforeEach(useTestTimers);
afterEach(closePages);

const rounds = Number(process.env["FUZZ_ROUNDS"] ?? 1);
const seeds = Array.from({ length: 8 * rounds }, (_, index) => index + 1);

let toldInAll = 0;

/** Every "saved" is compared with the log. Returns how often it was said after something was written. */
function judge(world: World): number {
  let told = 0;
  for (const { page } of world.authors) {
    const snapshot = page.document.snapshot.getSnapshot();
    if (snapshot.status.state !== "saved" || snapshot.phase !== "open") continue;
    if (snapshot.status.at) told += 1;
    if (lacks(world.committed(), Y.encodeStateAsUpdate(snapshot.doc)))
      expect.fail("it says saved, and the log does not have it");
  }
  return told;
}

async function settle(world: World): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    for (const { line } of world.pages) while (line.deliverUp());
    await breathe(2);
    world.calm();
    await breathe(2);
    for (const { line } of world.pages) while (line.deliverDown());
    if (turn % 10 === 0) vi.advanceTimersByTime(11_000);
    await breathe(2);
  }
}

async function run(
  seed: number,
  mayBeSigned: boolean,
): Promise<{ readonly world: World; readonly told: number }> {
  const world = new World(seed);
  await settle(world);
  let told = 0;
  for (let count = 0; count < 800; count += 1) {
    world.step(mayBeSigned, (milliseconds) => vi.advanceTimersByTime(milliseconds));
    await breathe(1);
    told += judge(world);
  }
  await settle(world);
  judge(world);
  expect(world.incidents.filter((kind) => kind !== "clock-conflict")).toEqual([]);
  for (const { page } of world.authors) expect(page.faults).toEqual([]);
  return { world, told };
}

test.for(seeds)(
  "[SY-1] [SY-3] [SY-7] the app's client and the server, failing commits, kills, cut lines, reloads: saved is in the log, nothing written is lost, all end equal (%i)",
  async (seed) => {
    const { world, told } = await run(seed, false);
    toldInAll += told;
    const committed = world.committed();
    const truth = canonicalRendering(committed, "opinion");
    for (const { page, kept, written } of world.authors) {
      const snapshot = page.document.snapshot.getSnapshot();
      if (snapshot.phase !== "open") throw new Error(`${snapshot.phase} at the end`);
      expect(snapshot.status.state).toBe("saved");
      expect(canonicalRendering(snapshot.doc, "opinion")).toBe(truth);
      expect(written.filter((update) => lacks(committed, update))).toEqual([]);
      expect(kept.size).toBe(0);
    }
  },
);

test.for(seeds)(
  "[SY-14] [SY-22] and a signature: what is not in the log is its author's late draft, before the copy goes (%i)",
  async (seed) => {
    const { world } = await run(seed + 5000, true);
    for (const { page, kept, person, written } of world.authors) {
      const { status } = page.document.snapshot.getSnapshot();
      expect(["saved", "late"]).toContain(status.state === "not-saved" ? status.fate : status.state);
      const known = world.committed(person);
      expect(written.filter((update) => lacks(known, update))).toEqual([]);
      expect(kept.size).toBe(0);
    }
  },
);

test("the runs above were about something: saved was said often", () => {
  expect(toldInAll).toBeGreaterThan(20 * seeds.length);
});
