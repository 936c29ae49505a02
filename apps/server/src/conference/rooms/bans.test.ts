import { expect, test } from "vitest";
import { bannedFor, Bans } from "./bans.ts";

test("a seat that is banned is so for a while, in that conference alone", () => {
  let now = 5;
  const bans = new Bans(() => now);
  bans.ban("one", "seat");
  now += bannedFor - 1;
  expect([bans.has("one", "seat"), bans.has("another", "seat"), bans.has("one", "other")]).toEqual([
    true,
    false,
    false,
  ]);
  now += 1;
  expect(bans.has("one", "seat")).toBe(false);
});
