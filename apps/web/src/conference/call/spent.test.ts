import { expect, test } from "vitest";
import { minutesSince, spentAs } from "./spent.ts";

const since = new Date("2026-11-25T15:00:00Z");

test.each([
  ["2026-11-25T15:00:07Z", "0:07"],
  ["2026-11-25T15:12:40Z", "12:40"],
  ["2026-11-25T16:02:05Z", "1:02:05"],
  ["2026-11-25T14:00:00Z", "0:00"],
])("at %s it goes on for %s", (now, spent) => {
  expect(spentAs(since, new Date(now))).toBe(spent);
});

test("a minute has passed when it has", () => {
  expect(minutesSince(since, new Date("2026-11-25T15:12:59Z"))).toBe(12);
});
