import { expect, test } from "vitest";
import { plannedOf } from "./planned.ts";

const now = new Date("2026-11-30T12:00:00.000Z");
const planned = (time: string, minutes = "30") => plannedOf({ time, minutes }, "Europe/Stockholm", now);

test("a time is one on the reader's clock", () => {
  expect(planned("2026-12-01T09:30")).toEqual({ startsAt: "2026-12-01T08:30:00.000Z", minutes: 30 });
});

test("what is missing is said, one thing at a time; a little late is now", () => {
  expect(planned("")).toBe("time");
  expect(planned("2026-11-30T12:30")).toBe("past");
  expect(planned("2026-11-30T12:56")).toMatchObject({ minutes: 30 });
  expect(planned("2026-12-01T09:30", "5")).toBe("minutes");
  expect(planned("2026-12-01T09:30", "1000")).toBe("minutes");
  expect(planned("2026-12-01T09:30", "half an hour")).toBe("minutes");
});
