import { expect, test } from "vitest";
import { instantOf } from "./instant-of.ts";

test("a day and a time are read on the clocks of the zone", () => {
  expect(instantOf("2026-12-01T09:30", "Europe/Stockholm")?.toISOString()).toBe("2026-12-01T08:30:00.000Z");
  expect(instantOf("2026-07-01T09:30", "Europe/Stockholm")?.toISOString()).toBe("2026-07-01T07:30:00.000Z");
  expect(instantOf("2026-12-01T09:30", "UTC")?.toISOString()).toBe("2026-12-01T09:30:00.000Z");
});

test("what is not filled in is no time", () => {
  for (const value of ["", "2026-12-01", "T09:30"]) expect(instantOf(value, "UTC")).toBeUndefined();
});
