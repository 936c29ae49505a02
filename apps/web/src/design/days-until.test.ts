import { expect, test } from "vitest";
import { daysUntil } from "./days-until.ts";

test("distance is counted in days of the reader's calendar, not in 24 hours", () => {
  const due = new Date("2026-11-26T16:00:00Z");
  expect(daysUntil(due, new Date("2026-11-24T23:30:00Z"), "UTC")).toBe(2);
  expect(daysUntil(due, new Date("2026-11-24T23:30:00Z"), "Europe/Stockholm")).toBe(1);
});

test("a change of the clocks does not lose a day", () => {
  const before = new Date("2026-10-24T10:00:00Z");
  const after = new Date("2026-10-26T10:00:00Z");
  expect(daysUntil(after, before, "Europe/Stockholm")).toBe(2);
});
