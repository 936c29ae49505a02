import { expect, test } from "vitest";
import { yearsSince } from "./age.ts";

test("a year is full on the birthday, by the reader's calendar", () => {
  expect(yearsSince("1968-03-14", new Date("2026-03-13T12:00:00Z"), "UTC")).toBe(57);
  expect(yearsSince("1968-03-14", new Date("2026-03-14T12:00:00Z"), "UTC")).toBe(58);
  expect(yearsSince("1968-03-14", new Date("2026-03-14T02:00:00Z"), "America/New_York")).toBe(57);
});
