import { expect, test } from "vitest";
import { createMadeCache } from "./made-cache.ts";

function counted(bounds = { bytes: 10, entries: 3 }) {
  const made: string[] = [];
  const cache = createMadeCache<string>((one) => (one === "again" ? null : one.length), bounds);
  const ask = (name: string, value = name) =>
    cache(name, () => {
      made.push(name);
      return Promise.resolve(value);
    });
  return { made, ask };
}

test("what is held is not made again, nor what is on its way", async () => {
  const { made, ask } = counted();
  await Promise.all([ask("a"), ask("a")]);
  expect(await ask("a")).toBe("a");
  expect(made).toEqual(["a"]);
});

test("what was asked for longest ago goes when there is too much", async () => {
  const { made, ask } = counted();
  for (const name of ["aaaa", "bbbb", "aaaa", "cccc", "aaaa", "bbbb"]) await ask(name);
  expect(made).toEqual(["aaaa", "bbbb", "cccc", "bbbb"]);
});

test("there are never more than so many, however small", async () => {
  const { made, ask } = counted();
  for (const name of ["a", "b", "c", "d", "a"]) await ask(name);
  expect(made).toEqual(["a", "b", "c", "d", "a"]);
});

test("what is too large, may end otherwise or failed is not held", async () => {
  const { made, ask } = counted();
  for (const value of ["much too large", "again"]) {
    await ask(value);
    await ask(value);
  }
  expect(made).toHaveLength(4);
  const cache = createMadeCache<string>(() => 1);
  await expect(cache("x", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await cache("x", () => Promise.resolve("there"))).toBe("there");
});
