import { expect, test } from "vitest";
import { together } from "./together.ts";

test("what comes while something is done is done next, all of it at once", async () => {
  const turns: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  const act = together((all) => {
    turns.push(all);
    return new Promise<number>((resolve) => ends.push(() => resolve(turns.length)));
  });
  const first = act("a");
  await Promise.resolve();
  const [second, third] = [act("b"), act("c")];
  ends[0]?.();
  expect(await first).toBe(1);
  await expect.poll(() => ends.length).toBe(2);
  ends[1]?.();
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  expect(turns).toEqual([["a"], ["b", "c"]]);
});

test("one that fails is told to those who were part of it, and the next ones go on", async () => {
  const act = together((all) =>
    all.includes("bad") ? Promise.reject(new Error("away")) : Promise.resolve(all),
  );
  const [one, two] = await Promise.allSettled([act("bad"), act("with it")]);
  expect([one.status, two.status]).toEqual(["rejected", "rejected"]);
  expect(await act("good")).toEqual(["good"]);
});
