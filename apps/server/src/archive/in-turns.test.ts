import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTurns } from "./in-turns.ts";

test("each item is done once, so many at once", async () => {
  const done: number[] = [];
  let [now, most] = [0, 0];
  await inTurns([1, 2, 3, 4, 5], 2, new AbortController(), async (item) => {
    now += 1;
    most = Math.max(most, now);
    await turn();
    now -= 1;
    done.push(item);
  });
  expect(done.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test("the first that fails ends it, and nothing is under way afterwards", async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const stopping = new AbortController();
  const all = inTurns([1, 2, 3, 4, 5], 2, stopping, async (item) => {
    begun.push(item);
    await turn();
    if (item === 1) throw new Error("first");
    await turn();
    ended.push(item);
    throw new Error("second");
  });
  await expect(all).rejects.toThrow("first");
  expect(stopping.signal.reason).toEqual(new Error("first"));
  expect([begun, ended]).toEqual([[1, 2], [2]]);
});

test("what is stopped from outside begins nothing more", async () => {
  const stopping = new AbortController();
  const begun: number[] = [];
  const all = inTurns([1, 2, 3], 1, stopping, async (item) => {
    begun.push(item);
    stopping.abort(new Error("cancelled"));
    await turn();
  });
  await expect(all).rejects.toThrow("cancelled");
  expect(begun).toEqual([1]);
});
